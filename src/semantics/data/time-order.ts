import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { columnNames } from "./column-names.js";
import { lineageOf, type Step } from "./lineage.js";
import { callsOn } from "../code/calls-on.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import { alternatives, argument, type CallArguments, type Entity, type Value } from "../values.js";

/** Why rows are a time series, with the place that shows it. */
export interface TimeEvidence {
  readonly at: Expression;
  readonly why: "lag" | "sorted" | "windows";
}

/** What shows that rows have an order in time that matters: lags, rolling windows, an order by time, overlapping windows. A column of dates alone does not. */
export function timeEvidence(model: Model, values: readonly Value[]): TimeEvidence | undefined {
  if (!model.mentions(words)) return undefined;
  let found: TimeEvidence | undefined;
  for (const value of values) {
    for (const step of lineageOf(model, value)) {
      if (isRegrouped(step)) continue;
      const evidence = evidenceAt(model, step.entity);
      if (evidence?.why === "lag") return evidence;
      found ??= evidence;
    }
  }
  return found;
}

const words =
  /shift|rolling|diff|pct_change|ewm|sort_|set_index|index_col|resample|asfreq|window|lag|\[[^\]]*:[^\]]*[-+]/;

function evidenceAt(model: Model, entity: Entity): TimeEvidence | undefined {
  const { origin, site } = entity;
  if (site !== undefined && entity.unit.form === model.form) {
    if (origin.how === "call" && origin.method !== undefined) {
      if (lagging.has(origin.method) && isAlongRows(origin.args) && isPandas(model))
        return isSamePlace(origin.args, origin.method) ? undefined : { at: site, why: "lag" };
      if (isTimeOrder(model, origin.method, origin.args)) return { at: site, why: "sorted" };
    }
    if (origin.how === "call" && isIndexedByTime(origin.path ?? "", origin.args)) return { at: site, why: "sorted" };
    if (
      origin.how === "call" &&
      /(sliding_window_view|timeseries_dataset_from_array|TimeseriesGenerator)$/.test(origin.path ?? "")
    )
      return { at: site, why: "windows" };
    if (origin.how === "slice" && isOverlappingWindow(model, site)) return { at: site, why: "windows" };
  }
  const windows = entity.class === undefined ? undefined : windowOfDataset(model, entity);
  if (windows !== undefined) return { at: windows, why: "windows" };
  const inPlace = callsOn(model, entity).find((event) => isTimeOrderInPlace(model, event));
  return inPlace?.unit.form === model.form ? { at: inPlace.call, why: "sorted" } : undefined;
}

const lagging = new Set(["shift", "rolling", "diff", "pct_change", "ewm", "expanding"]);

function isPandas(model: Model): boolean {
  return model.uses("pandas") || model.uses("polars") || model.uses("cudf") || model.uses("dask");
}

/** Neighbours in a row are columns, such as the bands of a spectrum. */
function isAlongRows({ named }: CallArguments): boolean {
  const axis = named.get("axis");
  return axis === undefined || (axis.kind === "literal" && (axis.value === 0 || axis.value === "index"));
}

/** `shift(0)` stays where it is. */
function isSamePlace({ positional }: CallArguments, method: string): boolean {
  return method === "shift" && positional[0]?.kind === "literal" && positional[0].value === 0;
}

function isTimeOrder(model: Model, method: string, args: CallArguments): boolean {
  if (method === "resample" || method === "asfreq") return true;
  if (method !== "sort_values" && method !== "sort" && method !== "set_index" && method !== "sort_by") return false;
  const names = columnNames(model, argument(args, 0, method === "set_index" ? "keys" : "by"));
  return names !== undefined && "only" in names && names.only.some(isTimeName);
}

function isTimeOrderInPlace(model: Model, { method, args }: CallEvent): boolean {
  const flag = args.named.get("inplace");
  return method !== undefined && flag?.kind === "literal" && flag.value === true && isTimeOrder(model, method, args);
}

function isIndexedByTime(path: string, { named }: CallArguments): boolean {
  if (!/^(pandas|polars)\.read_\w+$/.test(path)) return false;
  const index = named.get("index_col");
  if (index?.kind !== "literal") return false;
  if (typeof index.value === "string") return isTimeName(index.value);
  const dates = named.get("parse_dates");
  return index.value === 0 && dates?.kind === "literal" && dates.value === true;
}

export function isTimeName(name: string): boolean {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) =>
      /^(date|datetime|time|timestamp|ts|ds|dt|day|week|month|year|hour|minute|period|quarter|tick|epoch)$/.test(word),
    );
}

/** One row for each group or key: what order the rows had before is lost. */
export function isRegrouped({ below }: Step): boolean {
  for (let at = below; at !== undefined; at = at.below) if (collapses(at.entity)) return true;
  return false;
}

/** Does it give one row for each key, or the rows of one key only? */
export function collapses({ origin }: Entity): boolean {
  if (origin.how === "element") return isGroups(origin.of, 0);
  if (origin.how !== "call") return false;
  if (/^(numpy|pandas)\.unique$|^builtins\.set$|^pandas\.pivot_table$/.test(origin.path ?? "")) return true;
  if (origin.method === undefined) return false;
  if (/^(unique|drop_duplicates|value_counts|nunique|pivot_table)$/.test(origin.method)) return true;
  return aggregating.has(origin.method) && comesFromGroups(origin.receiver, 0);
}

const aggregating = new Set(
  "agg aggregate first last nth head tail mean sum size count max min median std var nunique apply describe ngroups groups".split(
    " ",
  ),
);

/** `rows.groupby("id")`, also as a list or counted. */
function isGroups(value: Value, depth: number): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity" || depth > 4) return false;
    const { origin } = option;
    if (origin.how === "element") return isGroups(origin.of, depth + 1);
    if (origin.how !== "call") return false;
    if (origin.method === "groupby" || origin.method === "group_by") return true;
    const [first] = origin.args.positional;
    return (
      /^(builtins\.(list|enumerate|iter)|tqdm\..*)$/.test(origin.path ?? "") &&
      first !== undefined &&
      isGroups(first, depth + 1)
    );
  });
}

function comesFromGroups(value: Value | undefined, depth: number): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity" || depth > 4) return false;
    const { origin } = option;
    if (origin.how === "call") return origin.method === "groupby" || origin.method === "group_by";
    return (origin.how === "index" || origin.how === "attribute") && comesFromGroups(origin.of, depth + 1);
  });
}

/** `rows[i : i + width]` for each i: the next one shares all but one of its rows. Batches that stand side by side do not overlap. */
function isOverlappingWindow(model: Model, site: Expression): boolean {
  if (site.kind !== "Subscript") return false;
  const row = site.index.kind === "Sequence" ? site.index.items[0] : site.index;
  const others = site.index.kind === "Sequence" ? site.index.items.slice(1) : [];
  if (row?.kind !== "Slice" || row.lower === undefined || row.upper === undefined || row.step !== undefined)
    return false;
  // Patches of an image are cut in two directions.
  if (others.some((other) => other.kind === "Slice" && (other.lower !== undefined || other.upper !== undefined)))
    return false;
  const [low, high] = [termsOf(model, row.lower), termsOf(model, row.upper)];
  const shared = low.find((term) => high.includes(term) && /^[a-z_]\w*$/i.test(term));
  if (shared === undefined || low.length + high.length < 3) return false;
  const step = stepOf(model, site, shared);
  if (step === "none") return false;
  return step === undefined || !high.concat(low).includes(step);
}

function termsOf(model: Model, expression: Expression): readonly string[] {
  if (expression.kind === "Operation" && /^[-+]$/.test(expression.operator))
    return expression.operands.flatMap((operand) => termsOf(model, operand));
  return [model.text(expression)];
}

/** The step of the `range` that a variable goes through around a place; "none" where it goes through none. */
function stepOf(model: Model, place: Expression, variable: string): string | undefined {
  let iterable: Expression | undefined;
  const look = (target: Expression | undefined, over: Expression | undefined): void => {
    if (target?.kind === "Name" && target.id === variable) iterable = over;
  };
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Loop" && statement.start <= place.start && place.end <= statement.end)
      look(statement.target, statement.iterable);
  });
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Comprehension" || expression.start > place.start || place.end > expression.end) return;
    for (const clause of expression.clauses) look(clause.target, clause.iterable);
  });
  if (iterable?.kind !== "Call") return "none";
  const range = iterable.callee.kind === "Name" && iterable.callee.id === "tqdm" ? iterable.args[0]?.value : iterable;
  if (range?.kind !== "Call" || range.callee.kind !== "Name" || !/^x?range$/.test(range.callee.id)) return "none";
  const step = range.args[2]?.value;
  return step === undefined ? undefined : model.text(step);
}

/** A dataset whose `__getitem__` takes `self.rows[i : i + width]`. */
function windowOfDataset(model: Model, { class: owner }: Entity): Expression | undefined {
  if (owner === undefined || owner.unit.form !== model.form) return undefined;
  let found: Expression | undefined;
  for (const member of owner.form.body) {
    if (member.kind !== "FunctionStatement" || member.function.name !== "__getitem__") continue;
    const index = member.function.params[1]?.name;
    eachExpression(member.function.body, (expression) => {
      if (expression.kind !== "Subscript" || expression.index.kind !== "Slice") return;
      const { lower, upper } = expression.index;
      if (lower?.kind !== "Name" || lower.id !== index || upper === undefined) return;
      if (termsOf(model, upper).includes(index)) found ??= expression;
    });
  }
  return found;
}
