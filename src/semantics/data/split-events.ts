import type { Call } from "../../syntax/expressions.js";
import { crossValidators, isFoldSplitter, pairSplitters } from "../../knowledge/sklearn.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { nameGiven } from "./own-names.js";
import { isForRowsOfCallers } from "./rows-of-callers.js";
import { sampleDropped } from "./split-calls.js";
import { eachExpression } from "../code/visit.js";
import { alternatives, argument, type CallArguments, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A call that divides rows. */
export interface Split {
  readonly event: CallEvent;
  readonly at: Call;
  /** What is divided: several arrays share their rows. */
  readonly data: readonly Value[];
  /** Are rows drawn at random? Undefined where nobody knows. */
  readonly isRandom: boolean | undefined;
  /** Does it keep the rows of a group together? */
  readonly isGrouped: boolean;
  /** Are several splits made, for cross-validation? */
  readonly isFolds: boolean;
  readonly stratify: Value | undefined;
  readonly seed: Value | undefined;
}

/** Every call that divides rows, in order of execution, once for each way of getting there. */
export const splitsOf = perModel((model): readonly Split[] =>
  model.allCalls
    .flatMap((event) => splitOf(model, event) ?? [])
    .filter(({ event }) => !isForRowsOfCallers(model, event)),
);

function splitOf(model: Model, event: CallEvent): Split | undefined {
  return (
    pairSplit(event) ?? foldSplit(model, event) ?? crossSplit(event) ?? sampleSplit(event) ?? drawnSplit(model, event)
  );
}

/** `train_test_split(X, y)`, `random_split(rows, lengths)`, a dataset's own `train_test_split`, Spark's `randomSplit`. */
function pairSplit(event: CallEvent): Split | undefined {
  const { path, method, args, receiver, call } = event;
  const made = { event, at: call, stratify: args.named.get("stratify"), isGrouped: false, isFolds: false };
  if (path !== undefined && pairSplitters.has(path)) {
    const isRandom = args.open && !args.named.has("shuffle") ? undefined : flag(args.named.get("shuffle"), true);
    return { ...made, data: args.positional, isRandom, seed: args.named.get("random_state") };
  }
  if (path !== undefined && /(^|\.)random_split$/.test(path))
    return { ...made, data: one(argument(args, 0, "dataset")), isRandom: true, seed: args.named.get("generator") };
  if (receiver === undefined || receiver.kind === "symbol") return undefined;
  if (method === "randomSplit") return { ...made, data: [receiver], isRandom: true, seed: argument(args, 1, "seed") };
  if (method !== "train_test_split") return undefined;
  return { ...made, data: [receiver], isRandom: flag(args.named.get("shuffle"), true), seed: args.named.get("seed") };
}

/** `KFold(5).split(X, y, groups)`. */
function foldSplit(model: Model, event: CallEvent): Split | undefined {
  const { path, args, receiver, call } = event;
  if (path === undefined || !isFoldSplitter(path)) return undefined;
  const data = args.positional.slice(0, 2);
  const kind = kindOf(receiver);
  // Who hands over groups to a splitter that the caller may have chosen leaves the choice to the caller.
  const isGrouped = kind.isGrouped || (args.named.has("groups") && mayBeOther(model, event));
  return { event, at: call, data, isFolds: true, stratify: undefined, ...kind, isGrouped };
}

/** May the splitter be one that nobody in sight knows? */
function mayBeOther(model: Model, { call, frame }: CallEvent): boolean {
  return model.allCalls.some((other) => other.call === call && other.frame === frame && other.path === undefined);
}

/** Which rows a splitter draws, by its class and `shuffle`. */
function kindOf(splitter: Value | undefined): Pick<Split, "isRandom" | "isGrouped" | "seed"> {
  const kinds = alternatives(splitter).map((option) => {
    if (option.kind === "literal" || option.kind !== "entity")
      return { isRandom: undefined, isGrouped: false, seed: undefined };
    const name = option.type?.replace(/.*\./, "") ?? "";
    const named = option.origin.how === "call" ? option.origin.args.named : undefined;
    const isFold = /^(Stratified)?KFold$|^StratifiedGroupKFold$|^GroupKFold$/.test(name);
    return {
      isRandom: isFold ? flag(named?.get("shuffle"), false) : /Shuffle|Repeated/.test(name) ? true : false,
      isGrouped: /Group|Predefined|TimeSeries|LeaveOneOut|LeavePOut/.test(name) || name === "",
      seed: named?.get("random_state"),
    };
  });
  return kinds.length === 1
    ? kinds[0]!
    : { isRandom: undefined, isGrouped: kinds.some((kind) => kind.isGrouped), seed: undefined };
}

/** `cross_val_score(model, X, y, cv=...)`, `GridSearchCV(model, grid, cv=...).fit(X, y)`. */
function crossSplit(event: CallEvent): Split | undefined {
  const { path, method, args, receiver, call } = event;
  let settings: CallArguments | undefined;
  let data: readonly Value[] = [];
  if (path !== undefined && crossValidators.has(path)) {
    settings = args;
    data = [...args.positional.slice(1, 3), ...one(args.named.get("X")), ...one(args.named.get("y"))];
  } else if (method === "fit") {
    const [search] = alternatives(receiver);
    if (search?.kind !== "entity" || search.origin.how !== "call" || !/SearchCV$/.test(search.type ?? ""))
      return undefined;
    settings = search.origin.args;
    data = [...args.positional.slice(0, 2), ...one(args.named.get("X")), ...one(args.named.get("y"))];
  }
  if (settings === undefined || data.length === 0) return undefined;
  const cv = settings.named.get("cv");
  const isPlain = cv === undefined || cv.kind === "literal";
  const [splitter] = alternatives(cv);
  // Where the splitter is made is where its kind is chosen.
  const made = splitter?.kind === "entity" && splitter.unit === event.unit ? splitter.site : undefined;
  const at = made?.kind === "Call" ? made : call;
  const kind = isPlain ? { isRandom: false, isGrouped: false, seed: undefined } : kindOf(cv);
  const isGrouped = kind.isGrouped || settings.named.has("groups") || args.named.has("groups");
  return { event, at, data, isFolds: true, stratify: undefined, ...kind, isGrouped };
}

/** `rows.sample(frac=0.8)`, where `rows.drop(sample.index)` is the rest. */
function sampleSplit(event: CallEvent): Split | undefined {
  if (event.method !== "drop" || event.result.kind !== "entity") return undefined;
  const sample = sampleDropped(event.result);
  if (sample?.origin.how !== "call" || sample.origin.receiver === undefined) return undefined;
  const { call, args, receiver } = sample.origin;
  const seed = args.named.get("random_state");
  return {
    event,
    at: call,
    data: [receiver],
    isRandom: true,
    isGrouped: false,
    isFolds: false,
    stratify: undefined,
    seed,
  };
}

/** `order = np.random.permutation(len(rows))` that is cut, `chance = np.random.rand(len(rows)) < 0.8` with its opposite. */
function drawnSplit(model: Model, event: CallEvent): Split | undefined {
  const { path, args, call, method } = event;
  const name = path ?? (method === "permutation" || method === "shuffle" ? `numpy.random.${method}` : undefined);
  if (name === undefined || !draws.test(name)) return undefined;
  const counted = args.positional.flatMap((value) => one(countedRows(value, 0)));
  if (counted.length === 0) return undefined;
  const isInPlace = /shuffle$/.test(name);
  const target = isInPlace ? call.args[0]?.value : undefined;
  const variable = target?.kind === "Name" ? target.id : nameGiven(event.unit.form, call);
  const isChance = /(rand|random|uniform)$/.test(name) && !/randperm$/.test(name);
  const isCut = isChance ? isMaskedBothWays(model) : variable !== undefined && isCutInTwo(model, variable);
  if (!isCut) return undefined;
  return {
    event,
    at: call,
    data: counted,
    isRandom: true,
    isGrouped: false,
    isFolds: false,
    stratify: undefined,
    seed: undefined,
  };
}

const draws = /^(numpy\.random\.(permutation|shuffle|rand|random|uniform)|torch\.randperm|random\.shuffle)$/;

/** `len(rows)`, `rows.shape[0]`, `range(len(rows))`, `rows.index`: what is counted. */
function countedRows(value: Value | undefined, depth: number): Value | undefined {
  const [only] = alternatives(value);
  if (only?.kind !== "entity" || depth > 5) return undefined;
  const { origin } = only;
  if (origin.how === "call" && origin.path === "builtins.len") return origin.args.positional[0];
  if (origin.how === "call" && /^(builtins\.(list|range)|numpy\.(arange|array))$/.test(origin.path ?? ""))
    return countedRows(origin.args.positional[0], depth + 1);
  if (origin.how === "index" && origin.of.kind === "entity") return countedRows(origin.of, depth + 1);
  if (origin.how === "attribute" && (origin.name === "shape" || origin.name === "index")) return origin.of;
  return undefined;
}

function isCutInTwo(model: Model, variable: string): boolean {
  const cuts = new Set<string>();
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Subscript" || expression.object.kind !== "Name" || expression.object.id !== variable)
      return;
    if (expression.index.kind !== "Slice") return;
    cuts.add(expression.index.lower === undefined ? "head" : "tail");
  });
  return cuts.size === 2;
}

function isMaskedBothWays(model: Model): boolean {
  let found = false;
  eachExpression(model.form.body, (expression) => {
    found ||= expression.kind === "Operation" && expression.operator === "~" && expression.operands[0]?.kind === "Name";
  });
  return found;
}

function one(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

/** A literal flag, or what it is when left out; undefined where it is computed. */
function flag(value: Value | undefined, otherwise: boolean): boolean | undefined {
  if (value === undefined) return otherwise;
  return value.kind === "literal" ? Boolean(value.value) : undefined;
}

/** The split that a side was made by: the very call in the very context. */
export function splitOfPart(model: Model, { origin }: Entity): Split | undefined {
  if (origin.how !== "call") return undefined;
  return splitsOf(model).find(({ event }) => event.args === origin.args);
}
