import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { testEvidence } from "../../search/code-evidence.js";
import { modelCode } from "../../search/model-code.js";
import { kindsOf, type ModelTestKind } from "../../search/model-tests.js";
import { mocks, testTraces } from "../../search/test-traces.js";

/** Do tests look at what the model is made of: its shapes, that it learns, that it comes back as it was saved? */
export const detector: Detector = (project) => {
  const models = modelCode(project);
  const files = [...new Set([...models].map((node) => node.slice(0, node.indexOf("#"))))];
  const searched = [
    `Tests that reach ${files.length === 0 ? "code of a model (there is none)" : files.slice(0, 4).join(", ")}: shapes, a falling loss, gradients, saving and loading, single rows.`,
  ];
  if (models.size === 0) {
    return detected({
      searched,
      forks: [{ question: "No code defines a model: is it a service elsewhere, and tested there?" }],
    });
  }
  const found = testedKinds(project, models);
  const kinds = new Set(found.flatMap(({ kind }) => kind ?? []));
  const inCi = new Set(
    found.flatMap(({ kind, evidence }) => (kind !== undefined && evidence.level !== "L2" ? [kind] : [])),
  );
  const [first] = found;
  const objections: readonly Objection[] =
    first === undefined || inCi.size === 0 || inCi.size > 1
      ? []
      : [
          {
            path: first.evidence.path,
            line: first.evidence.line,
            allows: "partial",
            what: `CI tests one thing of the model alone: ${[...inCi].join()}`,
            rule: "one-kind",
          },
        ];
  const open = (["output shape", "falling loss", "save and load"] as const).filter((kind) => !kinds.has(kind));
  return detected({
    evidence: found.map(({ evidence }) => evidence),
    objections,
    missing: [
      ...(kinds.size > 1 ? [] : [`Test ${open.join(", ")} of the model in ${files.slice(0, 2).join(", ")}.`]),
      ...(inCi.size > 1 ? [] : ["Run the tests of the model in CI."]),
    ],
    searched,
  });
};

interface TestedKind {
  /** Undefined for a test that reaches the model and asserts nothing of these kinds. */
  readonly kind: ModelTestKind | undefined;
  readonly evidence: Evidence;
}

function testedKinds(project: ChecklistProject, models: ReadonlySet<string>): readonly TestedKind[] {
  return testTraces(project).flatMap((trace): readonly TestedKind[] => {
    const { test } = trace;
    const reached = test.reaches.filter(
      (node) => models.has(node) || models.has(ownerOf(node)) || inModelFile(node, models),
    );
    if (test.skipped !== undefined || test.assertions.length === 0 || reached.length === 0 || mocks(trace, models))
      return [];
    if (isAboutSpeed(test)) return [];
    const kinds = kindsOf(trace);
    const name = reached[0]?.split("#")[1] ?? "";
    if (kinds.length === 0) {
      const { repeatedBy: _, ...evidence } = testEvidence(test, {
        what: `\`${test.name}\` reaches \`${name}\`, but asserts neither shape nor learning nor restoring`,
        rule: "reached",
      });
      return [{ kind: undefined, evidence: { ...evidence, level: "L2" } }];
    }
    return kinds.map((kind) => ({
      kind,
      evidence: testEvidence(test, { what: `\`${test.name}\` tests \`${name}\`: ${kind}`, rule: kind }),
    }));
  });
}

/** Any function of a file that is called after the model is part of its specification. */
function inModelFile(node: string, models: ReadonlySet<string>): boolean {
  const [path = "", name] = node.split("#");
  return (
    name !== undefined &&
    /(?:^|\/)(?:model|net|network|arch)\w*\.\w+$/.test(path) &&
    [...models].some((model) => model.startsWith(`${path}#`))
  );
}

/** `src/models.py#Net` for its method `src/models.py#Net.forward`. */
function ownerOf(node: string): string {
  const at = node.lastIndexOf(".");
  return at > node.indexOf("#") ? node.slice(0, at) : node;
}

function isAboutSpeed({ assertions }: ChecklistProject["tests"][number]): boolean {
  return assertions.every(({ mentions }) =>
    mentions.some((one) =>
      /^(?:elapsed|duration|latency\w*|perf_counter|took|seconds|peak\w*|memory\w*|getsizeof|rss)$/i.test(one),
    ),
  );
}
