import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { TestCase } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { provesSomething, testEvidence } from "../../search/code-evidence.js";
import { type FeatureModule, featureModules } from "../../search/feature-modules.js";
import { besideEvidence, coverageOf } from "../../search/reports.js";

/** Is all code that makes features covered by tests? */
export const detector: Detector = (project) => {
  const modules = featureModules(project);
  const tests = wantedTests(project);
  const covered = modules.flatMap(({ file, public: names }) => {
    const test = bestOf(tests.filter((one) => callsOne(one, file.path, names)));
    return test === undefined ? [] : [{ path: file.path, test }];
  });
  const bare = modules.filter(({ file }) => !covered.some(({ path }) => path === file.path));
  const evidence = covered.map(({ path, test }) =>
    testEvidence(test, { what: `${test.name} asserts on what ${path} gives`, rule: "feature-test" }),
  );
  const lines = coverageOf(
    project,
    modules.map(({ file }) => file.path),
  );
  return detected({
    evidence: [...evidence, ...besideEvidence(evidence, lines)],
    objections: evidence.length === 0 ? [] : [...bare.map(uncovered), ...notInCi(covered, evidence)],
    forks:
      modules.length === 0
        ? [{ question: "Features seem to be made outside this repository. Are they tested there?" }]
        : [],
    missing: [
      ...bare.map(
        ({ file, public: names }) => `Test what ${names[0] ?? "a function"} of ${file.path} gives, and assert on it.`,
      ),
      ...(evidence.some(({ level }) => level === "L2") ? ["Let CI run these tests on each change."] : []),
    ],
    searched: [
      `${modules.length} files that make features, and the tests that call what is in them and assert on the result.`,
    ],
  });
};

function wantedTests({ tests, config }: ChecklistProject): readonly TestCase[] {
  const paths = textsOf(config, "tests.paths");
  const isWanted = ({ path }: TestCase): boolean =>
    paths.length === 0 ||
    matchesGlobs(paths, path) ||
    paths.some((folder) => path.startsWith(`${folder.replace(/\/$/, "")}/`));
  return tests.filter((test) => provesSomething(test) && isWanted(test));
}

function callsOne({ reaches }: TestCase, path: string, names: readonly string[]): boolean {
  return names.some((name) => reaches.includes(`${path}#${name}`));
}

/** One that CI runs before one that nothing runs. */
function bestOf(tests: readonly TestCase[]): TestCase | undefined {
  return (
    tests.find(({ run }) => run?.isAutomatic === true && run.isGating) ??
    tests.find(({ run }) => run?.isAutomatic === true) ??
    tests[0]
  );
}

function uncovered({ file }: FeatureModule): Objection {
  const [first] = file.functions;
  return {
    path: file.path,
    line: first?.line ?? 1,
    allows: "partial",
    what: `no test asserts on what ${file.path} gives`,
    rule: "uncovered-features",
  };
}

function notInCi(
  covered: readonly { readonly path: string; readonly test: TestCase }[],
  evidence: readonly Evidence[],
): readonly Objection[] {
  if (evidence.every(({ level }) => level === "L2")) return [];
  return covered
    .filter(({ test }) => test.run?.isAutomatic !== true)
    .map(({ path, test }) => ({
      path: test.path,
      line: test.line,
      allows: "partial",
      what: `CI runs no test of ${path}`,
      rule: "test-not-run",
    }));
}
