import { textOf } from "../../../engine/checklist-config.js";
import type { CallFact, CodeFile } from "../../../project/facts/code-facts.js";
import { onceForEach } from "../../../project/facts/once-for.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callSearch, codeEvidence, provesSomething } from "../../search/code-evidence.js";
import { runsIn } from "../../search/documented-runs.js";
import { argumentOf, literalOf, textsOfCall } from "../../search/fact-values.js";
import { testTraces } from "../../search/test-traces.js";
import { usedOnly } from "../../search/used-only.js";

/** Can one example be followed, with what the model makes of it on the way? */
export const detector: Detector = (project) => {
  const found = [...inCode(project), ...routes(project), ...scripts(project), ...named(project)];
  const evidence = found.map(({ evidence: one, words, path }): Evidence => {
    const isTested = testTraces(project).some(
      ({ test, all }) =>
        provesSomething(test) &&
        (test.reaches.includes(path) ||
          all.some((call) =>
            textsOfCall(call).some((text) => words.some((word) => word.startsWith("/") && text.startsWith(word))),
          )),
    );
    return isTested && isDocumented(project, words, path)
      ? { ...one, level: one.level === "L4" ? "L4" : "L3" }
      : usedOnly(one);
  });
  const [first] = found;
  return detected({
    evidence,
    forks: [
      {
        question: "How does somebody follow one example through the model, and where is that written down?",
        ...(first && { at: { path: first.evidence.path, line: first.evidence.line } }),
      },
    ],
    missing: [
      first === undefined
        ? "Add a way to run one example that shows intermediate values: an option `--example`, a hook, an explanation of one row."
        : "Test it, and tell in the README how to use it.",
    ],
    searched: [
      "Hooks on layers, models with several outputs, explanations of single rows, options such as `--debug` and `--example`, routes that explain, verbose pipelines.",
    ],
  });
};

interface Way {
  readonly evidence: Evidence;
  /** What a reader would have to be told: the option, the route, the function. */
  readonly words: readonly string[];
  /** The file or function that a test has to reach. */
  readonly path: string;
}

function inCode(project: ChecklistProject): readonly Way[] {
  return showingCalls(project.code).map(({ file, call }): Way => {
    const { path } = file;
    const node = call.within === "" || call.within === "__main__" ? path : `${path}#${call.within}`;
    const script = path.slice(path.lastIndexOf("/") + 1);
    const words = [
      ...textsOfCall(call).filter((text) => text.startsWith("--")),
      call.within,
      script,
      script.replace(/\.\w+$/, ""),
      path,
    ].filter((word) => word !== "" && word !== "main" && word !== "__main__");
    const told = { what: `\`${call.text}\` ${wayOf(call) ?? ""}`, rule: "single-example" };
    return { evidence: codeEvidence(project, { ...call, path }, told), words, path: node };
  });
}

const showingCalls = callSearch((call) => wayOf(call) !== undefined);

function wayOf(call: CallFact): string | undefined {
  const { path = "", name } = call;
  if (/^register_(?:full_)?(?:forward|backward)_(?:pre_)?hook$/.test(name)) return "shows what a layer gives";
  if (/^(?:captum\.attr|shap|lime(?:\.\w+)*|alibi\.explainers|eli5|dalex)\.(?:\w+\.)*\w+$/.test(path))
    return "explains a prediction";
  if (name === "add_argument" || /^(?:click|typer)\.(?:option|Option|argument)$/.test(path)) {
    const option = textsOfCall(call).find((text) =>
      /^--(?:debug|trace|explain|example\w*|single\w*|one\w*|row|inspect|verbose-example)(?:-\w+)*$/.test(text),
    );
    return option === undefined ? undefined : `takes \`${option}\``;
  }
  if (/^keras\.(?:\w+\.)*Model$/.test(path) && argumentOf(call, ["outputs"], 1)?.kind === "list")
    return "gives intermediate outputs";
  if (/^sklearn\.pipeline\.\w+$/.test(path) && literalOf(argumentOf(call, ["verbose"])) === true)
    return "tells its steps";
  return undefined;
}

/** A script that is called after what it does, and prints several things on the way. */
function scripts(project: ChecklistProject): readonly Way[] {
  return project.code.flatMap(({ path, role, calls }) => {
    const [, name] =
      /(?:^|\/)([^/]*(?:trace|inspect|explain|debug|follow|walk|one_example|single)[^/]*)\.(?:py|[cm]?[jt]s)$/.exec(
        path,
      ) ?? [];
    if (role !== "source" || name === undefined) return [];
    const prints = calls.filter(
      ({ path: called, text }) =>
        /^builtins\.print$/.test(called ?? "") ||
        /^(?:print|console\.log|console\.table|pprint|rich\.print)$/.test(text),
    );
    const [first] = prints;
    if (
      first === undefined ||
      prints.length + calls.filter(({ inLoop, name: called }) => inLoop || called === "dumps").length < 2
    )
      return [];
    const evidence = codeEvidence(
      project,
      { path, line: first.line, within: first.within },
      { what: `${path} prints what happens to one example`, rule: "trace-script" },
    );
    return [
      {
        evidence: evidence.level === "L2" ? { ...evidence, level: "L3" } : evidence,
        words: [name, path],
        path,
      },
    ];
  });
}

function routes(project: ChecklistProject): readonly Way[] {
  return explainRoutes(project.code).map(({ path, line, name, route }): Way => {
    const evidence = codeEvidence(
      project,
      { path, line, within: name },
      { what: `\`${name}\` answers ${route}`, rule: "explain-route" },
    );
    return { evidence, words: [route], path: `${path}#${name}` };
  });
}

const explainRoutes = onceForEach(({ path, role, functions }: CodeFile) =>
  role !== "source"
    ? []
    : functions.flatMap(({ name, line, decorators }) => {
        const route = decorators
          .flatMap(({ positional }) => literalOf(positional[0]) ?? [])
          .find((text) => /\/(?:explain|debug|trace)\b/.test(String(text)));
        return route === undefined ? [] : [{ path, line, name, route: String(route) }];
      }),
);

/** What the team names as the way. */
function named({ config, code }: ChecklistProject): readonly Way[] {
  const entry = textOf(config, "debug.entry");
  const file = code.find(({ path }) => path === entry?.split(/[#:]/)[0]);
  if (entry === undefined || file === undefined) return [];
  return [
    {
      evidence: {
        path: file.path,
        line: 1,
        level: "L3",
        what: `The team follows single examples with ${entry}`,
        rule: "team",
      },
      words: [file.path],
      path: file.path,
    },
  ];
}

function isDocumented(project: ChecklistProject, words: readonly string[], node: string): boolean {
  const path = node.split("#")[0] ?? node;
  return project.docs.some((section) => {
    if (section.isTemplate) return false;
    const blocks = [section.text, ...section.code.map(({ text }) => text)];
    return words.some((word) => blocks.some((text) => text.includes(word))) || runsIn(project, section).has(path);
  });
}
