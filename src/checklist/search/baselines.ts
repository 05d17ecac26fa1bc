import { textsOf } from "../../engine/checklist-config.js";
import { isBaselinePath, isLinearModel, isOtherModel, isSimpleModel } from "../../knowledge/baselines.js";
import { isMetric, scoring } from "../../knowledge/metrics.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { FoundCall } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";
import { argumentOf, filesByPath, textIn, writtenAs } from "./values.js";

/** Something simple that code scores. */
export interface Baseline extends FoundCall {
  readonly kind: "chance" | "heuristic";
  readonly name: string;
}

/** Baselines of the product's code whose score is computed where they are made. */
export function scoredBaselines(project: ChecklistProject): readonly Baseline[] {
  const named = textsOf(project.config, "baseline.names");
  const isOnlyNotebooks = !project.code.some((file) => file.role === "source" && fits(file));
  return project.code.flatMap((file) => {
    if (file.role !== "source" && !(isOnlyNotebooks && file.role === "notebook")) return [];
    // A team that names its own has every call looked at again.
    const known = named.length === 0 ? baselinesIn(file) : baselinesAmong(file, named);
    return known.filter(({ call }) => isScored(call, file, project.code));
  });
}

const fits = onceFor(({ calls }: CodeFile) => calls.some(({ name }) => name === "fit"));
const baselinesIn = onceFor((file: CodeFile) => baselinesAmong(file, []));

function baselinesAmong(file: CodeFile, named: readonly string[]): readonly Baseline[] {
  return file.calls.flatMap((call) => {
    const known = baselineOf(call, named);
    return known === undefined ? [] : [{ file, call, ...known }];
  });
}

function baselineOf(call: CallFact, named: readonly string[]): Pick<Baseline, "kind" | "name"> | undefined {
  const { path = "", name, target, resultName = "", positional } = call;
  if (isBaselinePath(path)) {
    if (!path.includes("Dummy")) return /^[A-Z]/.test(name) ? { kind: "heuristic", name } : undefined;
    return /Dummy\w+$/.test(path) ? { kind: "chance", name: `${name}${strategyOf(call)}` } : undefined;
  }
  const called = target?.split("#")[1]?.split(".").at(-1) ?? "";
  const word =
    named.find((one) => one === called || one === name) ??
    (target === undefined ? undefined : namedSimple.exec(called)?.[0]);
  if (word !== undefined && !/^[A-Z]\w*(?:Model|Net|Network|Classifier|Regressor)$/.test(called)) {
    return {
      kind: /random|majority|chance|constant|most_?frequent|mean_pred/i.test(called) ? "chance" : "heuristic",
      name: called || name,
    };
  }
  // The last value, or that of a season ago, as forecast.
  if (name === "shift" && /naive|baseline|persist|last|seasonal|lag_?pred/i.test(resultName))
    return { kind: "heuristic", name: resultName };
  const isConstant =
    /^numpy\.(?:full|full_like|zeros|ones|zeros_like|ones_like|repeat|tile)$/.test(path) &&
    /baseline|majority|constant|mean|naive|dummy|chance/i.test(resultName);
  if (
    isConstant ||
    (/^numpy\.random\.\w+|^random\.choices?$/.test(path) && /baseline|random_pred|chance|guess/i.test(resultName))
  ) {
    return { kind: "chance", name: resultName };
  }
  if (/^(?:random|integers|choices?|permutation|uniform)$/.test(name) && /chance|baseline|guess/i.test(resultName)) {
    return { kind: "chance", name: resultName };
  }
  if (name === "most_common" && /majority|most|common/i.test(resultName))
    return { kind: "chance", name: "the largest class" };
  return positional.length > 0 &&
    /^(?:majority|naive|baseline|persistence)\w*$/i.test(resultName) &&
    /^(?:mode|most_common|predict)$/.test(name)
    ? { kind: "heuristic", name: resultName }
    : undefined;
}

const namedSimple =
  /baseline|naive(?!_?bayes)|majority|heuristic|persistence|most_?popular|rule_?based|rules?_(?:v\d+|predict|score)|predict_(?:by_)?rules?|always_\w+|(?:^|_)rules?$|^by_(?:rules?|words|keywords|popularity|frequency)|popularity|random_(?:guess|baseline|predict\w*)|last_value/i;

function strategyOf(call: CallFact): string {
  const strategy = textIn(argumentOf(call, "strategy"));
  return strategy === undefined ? "" : ` (${strategy})`;
}

/** Is there a score in the function that makes it, in the one that is called, or in what gets it? */
function isScored(call: CallFact, file: CodeFile, code: readonly CodeFile[]): boolean {
  const scores = (path: string, within: string, depth = 0): boolean => {
    const calls =
      filesByPath(code)
        .get(path)
        ?.calls.filter((one) => one.within === within) ?? [];
    if (calls.some(isScore)) return true;
    if (depth >= 2) return false;
    return calls.some((one) => {
      const [next, name] = one.target?.split("#") ?? [];
      return next !== undefined && name !== undefined && scores(next, name, depth + 1);
    });
  };
  if (scores(file.path, call.within)) return true;
  const around = `${file.path}#${call.within}`;
  return (
    call.within !== "" &&
    code.some(
      (one) =>
        one.role !== "test" && one.calls.some(({ target, within }) => target === around && scores(one.path, within)),
    )
  );
}

/** Also by a function of the project that is named for a score. */
export function isScore({ path = "", name, target }: CallFact): boolean {
  const own = target?.split("#")[1]?.split(".").at(-1);
  if (own !== undefined && (isMetricName(own) || /^(?:scores?|evaluate|errors?)$|_scores?$/.test(own))) return true;
  return isMetric(path) || scoring.has(name) || /^(?:cross_val_score|cross_validate)$/.test(name);
}

/** A simple model and a larger one that the same file or pipeline scores. */
export interface Comparison extends FoundCall {
  readonly simple: string;
  readonly other: string;
}

export function comparisonsOf(project: ChecklistProject): readonly Comparison[] {
  const { code } = project;
  const inFiles = code.flatMap((file): readonly Comparison[] => {
    if (file.role !== "source" && file.role !== "notebook") return [];
    const { simple, other } = modelsIn(file);
    if (simple === undefined || !scoresIn(file)) return [];
    if (other !== undefined) return [{ file, call: simple, simple: simple.name, other: other.name }];
    // What is simple is scored in a module of its own, for one that scores the model as well.
    const user = code.find(
      (one) => one.role === "source" && one.imports.some(({ target }) => target === file.path) && scoresIn(one),
    );
    return user === undefined ? [] : [{ file, call: simple, simple: simple.name, other: `what ${user.path} scores` }];
  });
  const rules = scoredBaselines(project)
    .filter(({ kind, file }) => kind === "heuristic" && file.role === "source")
    .map(({ file, call, name }) => ({ file, call, simple: name, other: "the model" }));
  return [...inFiles, ...rules];
}

const modelsIn = onceFor(({ calls }: CodeFile) => {
  const simple = calls.find(({ path = "" }) => (isLinearModel(path) || isSimpleModel(path)) && isClass(path));
  const other = calls.find(({ path = "" }) => isOtherModel(path) && isClass(path));
  // Simpler than a linear model is one constant answer.
  const constant = calls.find(({ path = "" }) => path.includes("Dummy") && isBaselinePath(path) && isClass(path));
  return simple !== undefined && other === undefined && constant !== undefined
    ? { simple: constant, other: simple }
    : { simple, other };
});
const scoresIn = onceFor(({ calls }: CodeFile) => calls.some(isScore));

function isClass(path: string): boolean {
  return /\.[A-Z]\w*$/.test(path);
}

/** What is left of a comparison when a margin is asked for: `baseline + 0.02`, `lift >= MIN_LIFT`. */
export function hasMargin(text: string, sides: readonly Parameters<typeof writtenAs>[0][]): boolean {
  const words = [text, ...sides.map(writtenAs)].join(" ");
  return /[+*-]\s*(?:\d|[\w.]*(?:margin|lift|delta|tolerance|gain|min_))|margin|lift|improvement|delta|gain/i.test(
    words,
  );
}
