import { isFoldSplitter, pairSplitters } from "../../knowledge/sklearn.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import { rowsPart } from "./split-rows.js";
import { argument, alternatives, type Entity, type Value } from "../values.js";
import type { Part } from "./splits.js";

type PartFinder = (entity: Entity) => Part | undefined;

/** A call whose result is one side of a split, by itself or by the indices that it is given. */
export function callPart(entity: Entity, partOf: PartFinder): Part | undefined {
  return (
    pairPart(entity) ??
    sampledPart(entity) ??
    countedPart(entity) ??
    endPart(entity) ??
    filteredPart(entity, partOf) ??
    chosenPart(entity, partOf)
  );
}

/** A side of `train_test_split`. */
function pairPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.path === undefined || !pairSplitters.has(origin.path)) return undefined;
  const role = entity.facts.has("test-part") ? "test" : entity.facts.has("train-part") ? "train" : undefined;
  const [source] = entity.from;
  if (role === undefined || source === undefined) return undefined;
  const split = `call@${String(origin.call.start)}${isPartOf(source, origin.call) ? "|again" : ""}`;
  return { entity, role, source, split, needsOther: false, at: origin.call };
}

/** Is a value a side of the split that the same call made before, as where a helper parts the training part once more? */
function isPartOf(value: Value, call: Call): boolean {
  let at: Value | undefined = value;
  for (let depth = 0; at?.kind === "entity" && depth < 6; depth++) {
    const { origin, facts }: Entity = at;
    if (origin.how === "call" && origin.call === call && (facts.has("test-part") || facts.has("train-part")))
      return true;
    at = origin.how === "index" || origin.how === "slice" || origin.how === "attribute" ? origin.of : at.from[0];
  }
  return false;
}

/** `rows.sample(frac=0.8)`, and `rows.drop(train.index)`, the rest. */
function sampledPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.receiver === undefined) return undefined;
  const key = (call: Entity): string => `sample@${String(call.site?.start ?? 0)}`;
  if (origin.method === "sample") {
    if (isWholeSample(entity)) return undefined;
    const role = isSmallSample(entity) ? "test" : "train";
    return { entity, role, source: origin.receiver, split: key(entity), needsOther: true, at: origin.call };
  }
  if (origin.method !== "drop") return undefined;
  const taken = sampleDropped(entity);
  if (taken === undefined) return undefined;
  const role = isSmallSample(taken) ? "train" : "test";
  return { entity, role, source: origin.receiver, split: key(taken), needsOther: true, at: origin.call };
}

/** The sample that `rows.drop(sample.index)` leaves out. */
export function sampleDropped({ origin }: Entity): Entity | undefined {
  if (origin.how !== "call" || origin.method !== "drop") return undefined;
  for (const option of alternatives(argument(origin.args, 0, "index"))) {
    if (option.kind !== "entity" || option.origin.how !== "attribute" || option.origin.name !== "index") continue;
    for (const taken of alternatives(option.origin.of)) {
      if (taken.kind === "entity" && taken.origin.how === "call" && taken.origin.method === "sample") return taken;
    }
  }
  return undefined;
}

/** `rows.sample(frac=1)` shuffles and takes all. */
function isWholeSample({ origin }: Entity): boolean {
  if (origin.how !== "call") return false;
  const fraction = origin.args.named.get("frac") ?? origin.args.named.get("fraction");
  if (fraction === undefined) return !origin.args.named.has("n") && origin.args.positional.length === 0;
  return fraction.kind === "literal" && fraction.value === 1;
}

function isSmallSample({ origin }: Entity): boolean {
  const fraction = origin.how === "call" ? origin.args.named.get("frac") : undefined;
  return fraction?.kind === "literal" && typeof fraction.value === "number" && fraction.value < 0.5;
}

/** `rows.take(n)` and `rows.skip(n)` of tf.data and of streams. */
function countedPart(entity: Entity): Part | undefined {
  const { origin, site } = entity;
  if (origin.how !== "call" || origin.receiver === undefined || site?.kind !== "Call") return undefined;
  if ((origin.method !== "take" && origin.method !== "skip") || site.args.length !== 1) return undefined;
  const count = site.args[0]!.value;
  if (count.kind === "Literal" && (count.value === 1 || typeof count.value !== "number")) return undefined;
  const text = entity.unit.form.text.slice(count.start, count.end).replace(/\s+/g, "");
  // `rows.take(val_size)` takes the validation part, and what is skipped for it is for training.
  const isHeldOutTaken = /test|val|dev|eval|holdout/i.test(text) && !/train/i.test(text);
  const role = (origin.method === "take") === isHeldOutTaken ? "test" : "train";
  return { entity, role, source: origin.receiver, split: `count|${text}`, needsOther: true, at: site };
}

/** `rows.head(n)` and `rows.tail(m)`, polars' `rows.slice(0, n)` and `rows.slice(n)`. */
function endPart(entity: Entity): Part | undefined {
  const { origin, site } = entity;
  if (origin.how !== "call" || origin.receiver === undefined || site?.kind !== "Call") return undefined;
  const { method, receiver: source } = origin;
  if (site.callee.kind !== "Attribute" || origin.args.named.size > 0) return undefined;
  const text = ({ start, end }: Expression): string => entity.unit.form.text.slice(start, end).replace(/\s+/g, "");
  const [first, second] = site.args.map(({ value }) => value);
  const sliced = text(site.callee.object);
  if (first === undefined) return undefined;
  const part = { entity, source, needsOther: true, at: site } as const;
  // The first rows, by a number that is written there, are looked at.
  if (method === "head" || method === "tail") {
    if (first.kind === "Literal") return undefined;
    return { ...part, role: method === "head" ? "train" : "test", split: `ends|${sliced}` };
  }
  if (method !== "slice" || origin.path !== "polars.DataFrame.slice") return undefined;
  const isFirst = first.kind === "Literal" && first.value === 0;
  if (isFirst && second === undefined) return undefined;
  const bound = isFirst && second !== undefined ? second : first;
  return {
    ...part,
    role: isFirst ? "train" : "test",
    split: `${sliced}|${text(bound)}`,
    isMiddle: !isFirst && second !== undefined,
  };
}

/** polars' `rows.filter(pl.col("day") < cut)`. */
function filteredPart(entity: Entity, partOf: PartFinder): Part | undefined {
  const { origin, site } = entity;
  if (origin.how !== "call" || origin.method !== "filter" || origin.receiver === undefined) return undefined;
  const [given] = origin.args.positional;
  const row = site?.kind === "Call" ? site.args[0]?.value : undefined;
  if (given === undefined || row === undefined || site === undefined || origin.args.positional.length !== 1)
    return undefined;
  return rowsPart(entity, { source: origin.receiver, index: given, row, at: site }, partOf);
}

/** `Subset(rows, indices)`, `rows.select(indices)`, `DataLoader(rows, sampler=SubsetRandomSampler(indices))`. */
function chosenPart(entity: Entity, partOf: PartFinder): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call") return undefined;
  const { args, path } = origin;
  if (path === "torch.utils.data.Subset" || path === "torch.utils.data.dataset.Subset")
    return withSource(entity, argument(args, 1, "indices"), argument(args, 0, "dataset"), partOf);
  if (path !== undefined && /(^|\.)Data[Ll]oader$/.test(path))
    return withSource(entity, args.named.get("sampler"), argument(args, 0, "dataset"), partOf);
  if (path !== undefined && /Subset(Random)?Sampler$/.test(path))
    return withSource(entity, argument(args, 0, "indices"), argument(args, 0, "indices"), partOf);
  if (origin.method === "select" || origin.method === "take")
    return withSource(entity, argument(args, 0, "indices"), origin.receiver, partOf);
  return undefined;
}

function withSource(
  entity: Entity,
  chosen: Value | undefined,
  source: Value | undefined,
  partOf: PartFinder,
): Part | undefined {
  for (const option of alternatives(chosen)) {
    const part = option.kind === "entity" ? partOf(option) : undefined;
    if (part !== undefined && source !== undefined) return { ...part, entity, source };
  }
  return undefined;
}

/** The indices of one fold, and the parts of `random_split`, `np.split` and `randomSplit`. */
export function elementPart(entity: Entity, of: Value, index: number | undefined): Part | undefined {
  if (index === undefined) return undefined;
  for (const option of alternatives(of)) {
    const call = splitCall(option);
    if (call === undefined || call.origin.how !== "call") continue;
    const { call: at, args, method, receiver } = call.origin;
    const source = method === "randomSplit" ? receiver : (args.positional[0] ?? args.named.get("dataset"));
    if (source === undefined) continue;
    const isMiddle = index === 1 && countOf(call) === 3;
    const role = index === 0 ? "train" : "test";
    return { entity, role, source, split: `call@${String(at.start)}`, needsOther: false, at, isMiddle };
  }
  return undefined;
}

/** How many parts a call makes, as far as that is written there. */
function countOf({ origin }: Entity): number | undefined {
  if (origin.how !== "call") return undefined;
  const isCut = origin.path === "numpy.split" || origin.path === "numpy.array_split";
  const sizes = origin.method === "randomSplit" ? origin.args.positional[0] : argument(origin.args, 1, "lengths");
  const items = sizes?.kind === "tuple" ? sizes.items : sizes?.kind === "entity" ? sizes.items : undefined;
  return items === undefined ? undefined : items.length + (isCut ? 1 : 0);
}

/** The call of a splitter that an element was taken from, directly or step by step. */
export function splitCall(value: Value, depth = 0): Entity | undefined {
  if (value.kind !== "entity" || depth > 4) return undefined;
  const { origin } = value;
  if (origin.how === "element") return firstSplit(origin.of, depth);
  // `folds = list(splitter.split(rows))`, then `folds[0]`.
  if (origin.how === "index") return firstSplit(origin.of, depth);
  if (origin.how !== "call") return undefined;
  const { path, method } = origin;
  if (path !== undefined && (/(^|\.)random_split$/.test(path) || isFoldSplitter(path))) return value;
  if (method === "randomSplit") return value;
  if ((path === "numpy.split" || path === "numpy.array_split") && (countOf(value) ?? 9) <= 3) return value;
  if (path === "builtins.next" || path === "builtins.list" || path === "builtins.enumerate" || path === "builtins.iter")
    return origin.args.positional[0] === undefined ? undefined : firstSplit(origin.args.positional[0], depth);
  return undefined;
}

function firstSplit(value: Value, depth: number): Entity | undefined {
  for (const option of alternatives(value)) {
    const found = splitCall(option, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
