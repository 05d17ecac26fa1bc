import { trainsInOrder } from "../../knowledge/tfjs.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { optionOf } from "./options.js";
import { tfjsFitsOf } from "./fits.js";

/** A fit that validates on the last of its rows, which nobody has shuffled before. */
export interface OrderedFit {
  readonly event: CallEvent;
  /** Why the last rows are not like the others, as far as it is seen. */
  readonly why: "joined" | "read";
}

export const orderedFits = perModel((model): readonly OrderedFit[] => {
  const isInOrder = model.mentions(byClass);
  if (model.mentions(shuffled) || model.mentions(inTime)) return [];
  return tfjsFitsOf(model).flatMap(({ event }): readonly OrderedFit[] => {
    if (event.method !== "fit" || !holdsOut(optionOf(event.args.positional[2], "validationSplit"))) return [];
    const why = orderOf(model, event.args.positional.slice(0, 2));
    return why === undefined || (why === "read" && !isInOrder) ? [] : [{ event, why }];
  });
});

/** A shuffle of any kind, whatever it is called; the option of `fit` comes after the split. */
const shuffled =
  /[sS]huffle\w*\s*\(|[sS]huffled|permut|seedrandom|\.sort\(\s*(\(\s*\)|_?\w*)\s*=>\s*(0?\.5|Math\.random)|sampleSize|randomNormal|randomUniform|Math\.random/;
/** Rows that are sorted by what is to be told of them, or are read class by class. */
const byClass =
  /\.(sort|toSorted|sortBy|orderBy|sort_?values)\([^;\n]*(label|class|species|kind|categor|target)|\b(classes|labels|categor\w+|class_?names|species|folders)(\.\w+\(\))*\.(forEach|entries|flatMap|map)\(|\bof \w*(classes|labels|categories|class_?names|species|folders)\b/i;
/** Rows in time are rightly held out at their end. */
const inTime =
  /\b(time_?[sS]eries|timeSteps?|look_?[bB]ack|lookback|forecast\w*|lags?|windowSize|lstm|gru|candles?|prices?)\b/;

function holdsOut(split: Value | undefined): boolean {
  return split !== undefined && !(split.kind === "literal" && !split.value);
}

/** What the rows were made from: parts that were joined, or a file that is read. Undefined for what callers hand in. */
function orderOf(model: Model, given: readonly Value[]): OrderedFit["why"] | undefined {
  let found: OrderedFit["why"] | undefined;
  const seen = new Set<Value>();
  const pending = [...given];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    for (const one of alternatives(value)) {
      if (one.kind === "tuple") pending.push(...one.items);
      if (one.kind !== "entity" || seen.has(one)) continue;
      seen.add(one);
      if (one.origin.how === "parameter") continue;
      const name = one.origin.how === "call" ? (one.origin.path ?? one.origin.method ?? "") : "";
      if (trainsInOrder.joins.test(name)) found = "joined";
      else if (trainsInOrder.reads.test(name)) found ??= "read";
      pending.push(...one.from, ...(one.items ?? []), ...model.heldBy(one));
    }
  }
  return found;
}
