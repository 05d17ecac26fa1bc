import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { isMetric } from "../../knowledge/metrics.js";
import { isKerasTuner, takesMetric } from "../../knowledge/searches.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { InCode } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";
import { argumentOf, isSet, textIn, textsIn, writtenAs } from "./values.js";

/** A place where one metric decides which model, settings or epoch is kept. */
export interface Selector extends InCode {
  /** As written. */
  readonly metric: string;
  /** What decides: `EarlyStopping`, `GridSearchCV`. */
  readonly by: string;
}

/** All places in a file where a metric decides; `functions` has the calls of all functions, by their nodes. */
export function selectorsIn(file: CodeFile, functions: ReadonlyMap<string, readonly CallFact[]>): readonly Selector[] {
  const { calls, others } = decidingIn(file);
  const found = calls.flatMap((call) => {
    const metric = metricOf(call, functions) ?? boosted(call, file);
    return metric === undefined ? [] : [selector(file, call, metric, call.name)];
  });
  return [...found, ...others];
}

/** What may decide: few calls of a file do, and whether one with an objective does is for its functions to say. */
const decidingIn = onceFor((file: CodeFile) => ({
  calls: file.calls.filter(
    (call) =>
      call.path === "optuna.study.Study.optimize" || (metricOf(call, new Map()) ?? boosted(call, file)) !== undefined,
  ),
  others: [...keptBest(file), ...ofParameters(file)],
}));

function metricOf(call: CallFact, functions: ReadonlyMap<string, readonly CallFact[]>): string | undefined {
  const { path = "", name } = call;
  if (name === "EarlyStopping" || name === "earlyStopping" || name === "early_stopping") {
    return textIn(argumentOf(call, "monitor", path.startsWith("lightning") ? 0 : undefined));
  }
  if (name === "ModelCheckpoint") return textIn(argumentOf(call, "monitor"));
  const best = textIn(argumentOf(call, "metric_for_best_model"));
  if (best !== undefined) return best;
  if (/(?:Search(?:CV)?|RFECV|SequentialFeatureSelector)$/.test(name) && name !== "search") {
    const scoring = argumentOf(call, "scoring");
    if (scoring?.kind === "list" || scoring?.kind === "dict") return textIn(argumentOf(call, "refit"));
    if (scoring?.kind === "call") return scorerOf(scoring);
    return textIn(scoring) ?? (isKerasTuner(path) ? textIn(argumentOf(call, "objective")) : undefined);
  }
  if (path === "optuna.study.Study.optimize") return ofObjective(call, functions);
  if (takesMetric(path)) return textIn(argumentOf(call, "metric"));
  if (isKerasTuner(path)) return textIn(argumentOf(call, "objective")) ?? textIn(call.positional[0]);
  if (path === "wandb.sweep") return ofSweep(argumentOf(call, "sweep", 0));
  if (name === "search_runs") {
    const [order] = textsIn(argumentOf(call, "order_by"));
    return order === undefined ? undefined : /metrics\.[`"']?([\w/.-]+)/.exec(order)?.[1];
  }
  return undefined;
}

/** `make_scorer(f1_score)`. */
function scorerOf({ name, positional }: FactValue & { readonly kind: "call" }): string | undefined {
  const [metric] = positional;
  return name === "make_scorer" && metric?.kind === "symbol" ? lastPart(metric.text) : undefined;
}

function ofSweep(sweep: FactValue | undefined): string | undefined {
  const metric = sweep?.kind === "dict" ? sweep.entries.metric : undefined;
  return metric?.kind === "dict" ? textIn(metric.entries.name) : undefined;
}

/** The one metric that an objective computes, or that a function it calls computes. */
function ofObjective(call: CallFact, functions: ReadonlyMap<string, readonly CallFact[]>): string | undefined {
  const objective = argumentOf(call, "func", 0);
  const target = objective?.kind === "symbol" ? objective.target : undefined;
  if (target === undefined) return undefined;
  const own = functions.get(target) ?? [];
  const all = [...own, ...own.flatMap((one) => (one.target === undefined ? [] : (functions.get(one.target) ?? [])))];
  const metrics = new Set(
    all.flatMap((one) => {
      const scoring = textIn(argumentOf(one, "scoring"));
      return scoring ?? (isMetric(one.path ?? "") ? lastPart(one.text) : []);
    }),
  );
  return metrics.size === 1 ? [...metrics][0] : undefined;
}

/** `fit(eval_metric="auc")` decides only where it also stops early. */
function boosted(call: CallFact, file: CodeFile): string | undefined {
  const metric = textsIn(argumentOf(call, "eval_metric")).at(-1);
  return metric !== undefined && stopsEarly(file) ? metric : undefined;
}

function stopsEarly({ calls }: CodeFile): boolean {
  return calls.some(
    (call) => call.path === "lightgbm.early_stopping" || isSet(argumentOf(call, "early_stopping_rounds")),
  );
}

/** `params = {"objective": ..., "metric": "auc"}` of a boosted model that stops early. */
function ofParameters(file: CodeFile): readonly Selector[] {
  if (!stopsEarly(file)) return [];
  return file.assigns.flatMap((assign) => {
    if (assign.value.kind !== "dict") return [];
    const metric = textsIn(assign.value.entries.metric ?? assign.value.entries.eval_metric).at(-1);
    return metric === undefined ? [] : [selector(file, assign, metric, assign.target)];
  });
}

/** `best_f1 = f1` beside what saves the model: a loop of one's own that keeps the best. */
function keptBest(file: CodeFile): readonly Selector[] {
  return file.assigns.flatMap((assign) => {
    const [, named] = /^(?:self\.)?best_(\w+)$/.exec(assign.target) ?? [];
    const isStart = assign.value.kind === "literal" || /\binf\b|infinity/i.test(writtenAs(assign.value));
    if (named === undefined || isStart || !isMetricName(named)) return [];
    const saves = file.calls.some(
      ({ within, name }) =>
        within === assign.within && /^(?:save\w*|dump|state_dict|deepcopy|_?save_checkpoint)$/.test(name),
    );
    return saves ? [selector(file, assign, named, `\`${assign.target}\``)] : [];
  });
}

function selector(
  { path }: CodeFile,
  { line, cell, within }: { readonly line: number; readonly cell?: number; readonly within: string },
  metric: string,
  by: string,
): Selector {
  return { path, line, within, metric, by, ...(cell === undefined ? {} : { cell }) };
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}
