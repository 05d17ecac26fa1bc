import { builtInGuide } from "../../../guide/guide.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { scoredBaselines } from "../../search/baselines.js";
import { callEvidence } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Are random, simple-heuristic and human baselines known? */
export const detector: Detector = (project) => {
  const rules = builtInGuide().items.find(({ id }) => id === "BASE-01")?.rules ?? [];
  const baselines = scoredBaselines(project);
  const scored = baselines.map((one): Evidence => {
    const { file, call, name, kind } = one;
    const told = {
      what: `${name} is scored, ${kind === "chance" ? "which knows no inputs" : "a simple rule"}`,
      rule: kind,
    };
    if (file.role === "notebook")
      return {
        path: file.path,
        line: call.line,
        ...(call.cell === undefined ? {} : { cell: call.cell }),
        level: "L2",
        ...told,
      };
    return callEvidence(project, one, told);
  });
  const human = humanLevel(project);
  const evidence = [...scored, ...human, ...(scored.length > 0 ? [] : rows(project))];
  const kinds = new Set(baselines.map(({ kind }) => kind));
  return detected({
    evidence,
    objections:
      scored.length === 0 ? [] : [...oneKind(kinds, scored), ...objectionsOf(countedFindings(project), rules)],
    closesAlone: human.length > 0,
    forks:
      human.length > 0 || scored.length === 0
        ? []
        : [{ question: "How well do people do this task, and who measured it?" }],
    missing: [
      ...(kinds.has("chance")
        ? []
        : ["Fit and score a `DummyClassifier`, or another answer that knows no inputs, on the same rows."]),
      ...(kinds.has("heuristic")
        ? []
        : ["Score a simple rule that a person would go by, with the same metric on the same rows."]),
      ...(human.length > 0
        ? []
        : ["Say how well people do: `baseline.human` of the configuration, or an attestation."]),
    ],
    searched: [
      "Dummies, naive forecasts and functions named for baselines, rules or majorities, and whether code scores them.",
    ],
  });
};

function oneKind(kinds: ReadonlySet<string>, [first]: readonly Evidence[]): readonly Objection[] {
  if (kinds.size > 1 || first === undefined) return [];
  const what = kinds.has("chance") ? "no simple rule is scored" : "nothing that knows no inputs is scored";
  return [{ path: first.path, line: first.line, allows: "partial", what, rule: "one-kind" }];
}

/** What the team says of people: a number with its source, or that they cannot do it. */
function humanLevel({ config: { settings } }: ChecklistProject): readonly Evidence[] {
  const group = settings["baseline.human"];
  const said = (name: string): unknown =>
    settings[`baseline.human.${name}`] ??
    (typeof group === "object" && !Array.isArray(group)
      ? Object.entries(group).find(([key]) => key === name)?.[1]
      : undefined);
  const [value, source, applicable] = [said("value"), said("source"), said("applicable")];
  const at = { path: ".preflight/config.yaml", line: 1, level: "L1", rule: "human" } as const;
  if (applicable === false) return [{ ...at, what: "The team says that people cannot do the task" }];
  return typeof value === "number" && typeof source === "string"
    ? [{ ...at, what: `People reach ${value} (${source})` }]
    : [];
}

/** A row of a table of results claims a baseline; nothing shows how it came about. */
function rows({ docs }: ChecklistProject): readonly Evidence[] {
  return passagesOf(docs, { heading: /result|baseline|evaluation|benchmark|performance/i })
    .filter(({ text }) =>
      text.split("\n").some((row) => /^\W*(?:baseline|random|majority|naive|human)\b.*\|.*\d/i.test(row)),
    )
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L1",
      what: `"${heading}" names a baseline`,
      rule: "results-row",
    }));
}
