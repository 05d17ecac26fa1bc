import type { Call, Expression, Literal } from "../../syntax/expressions.js";
import { ratioArguments, partialSplits } from "../../knowledge/split-arguments.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { partsIn } from "./splits.js";

/** A share of the rows that is written into a split as a number. */
export interface LiteralRatio {
  readonly literal: Literal;
  /** The held-out share, whichever share is written. */
  readonly heldOut: number;
  /** Test sets are compared with test sets, validation sets with validation sets, what `fit` keeps back with its likes. */
  readonly purpose: "test" | "validation" | "fit" | "folds";
}

/** The literal ratios of a file's splits in order of the source, each once. */
export function literalRatios(model: Model): readonly LiteralRatio[] {
  if (!spelling.test(model.form.text)) return [];
  const found = new Map<Literal, LiteralRatio>();
  for (const event of model.calls) {
    const ratio = sklearnRatio(model, event) ?? fitRatio(event) ?? partsRatio(model, event);
    if (ratio !== undefined && !found.has(ratio.literal)) found.set(ratio.literal, ratio);
  }
  return [...found.values()].sort((a, b) => a.literal.start - b.literal.start);
}

/** What has to be written somewhere for there to be a ratio. */
const spelling = /test_size|train_size|validation_?split|random_split/i;

/** `train_test_split(rows, test_size=0.2)`: a split of what is already a training part makes a validation set. */
function sklearnRatio(model: Model, event: CallEvent): LiteralRatio | undefined {
  const { path, call, args } = event;
  if (path === undefined || !partialSplits.test(path)) return undefined;
  const test = share(named(call, "test_size"));
  const train = share(named(call, "train_size"));
  const written = test ?? train;
  if (written === undefined) return undefined;
  const isSecond = args.positional.some((array) => partsIn(model, array).length > 0);
  const heldOut = test === undefined ? 1 - written.share : written.share;
  // Folds are drawn from whatever they are given later: their share says nothing about the test set's.
  const purpose = path.endsWith("ShuffleSplit") ? "folds" : isSecond ? "validation" : "test";
  return { literal: written.literal, heldOut: round(heldOut), purpose };
}

/** `model.fit(..., validation_split=0.2)`, in tfjs `{ validationSplit: 0.2 }`. */
function fitRatio({ method, call, path, receiver }: CallEvent): LiteralRatio | undefined {
  const name = call.callee.kind === "Name" ? call.callee.id : (method ?? "");
  if (receiver === undefined && path === undefined) return undefined;
  if (!ratioArguments.some((entry) => entry.calls.test(name))) return undefined;
  for (const { calls, argument } of ratioArguments) {
    const written = calls.test(name) ? share(named(call, argument) ?? option(call, argument)) : undefined;
    if (written !== undefined) return { literal: written.literal, heldOut: written.share, purpose: "fit" };
  }
  return undefined;
}

/** `random_split(rows, [0.8, 0.2])`. */
function partsRatio(model: Model, { path, call, args }: CallEvent): LiteralRatio | undefined {
  if (path !== "torch.utils.data.random_split" && path !== "torch.utils.data.dataset.random_split") return undefined;
  const lengths = call.args[1]?.value;
  if (lengths?.kind !== "Sequence" || lengths.items.length !== 2) return undefined;
  const shares = lengths.items.map((item) => share(item));
  const [first, second] = shares;
  if (first === undefined || second === undefined) return undefined;
  const isSecond = args.positional.slice(0, 1).some((array) => partsIn(model, array).length > 0);
  return { literal: first.literal, heldOut: second.share, purpose: isSecond ? "validation" : "test" };
}

function named(call: Call, name: string): Expression | undefined {
  return call.args.find((arg) => arg.name === name)?.value;
}

/** An entry of an options object that is written at the call. */
function option(call: Call, name: string): Expression | undefined {
  for (const { value } of call.args) {
    if (value.kind !== "Mapping") continue;
    for (const { key, value: given } of value.entries) {
      if ((key?.kind === "Name" && key.id === name) || (key?.kind === "Literal" && key.value === name)) return given;
    }
  }
  return undefined;
}

function share(expression: Expression | undefined): { readonly literal: Literal; readonly share: number } | undefined {
  if (expression?.kind !== "Literal" || typeof expression.value !== "number") return undefined;
  const { value } = expression;
  return value > 0 && value < 1 ? { literal: expression, share: round(value) } : undefined;
}

/** 1 - 0.8 and 0.2 are the same share. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
