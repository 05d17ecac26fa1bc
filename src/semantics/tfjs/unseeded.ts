import { seededAt, seededByOption, unseedable } from "../../knowledge/tfjs-random.js";
import { uniqueBy } from "../code/unique.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { isWrittenOut, optionOf } from "./options.js";

/** A draw without a seed: where one could be given, and whether there is a place for it at all. */
export interface UnseededDraw {
  readonly event: CallEvent;
  readonly how: "argument" | "option" | "none";
}

/** The draws of a file that trains something and seeds none of them, each once. */
export function unseededDraws(model: Model): readonly UnseededDraw[] {
  if (!model.mentions(trains)) return [];
  const found = model.calls.flatMap((event): readonly UnseededDraw[] => {
    const how = unseeded(model, event);
    return how === undefined ? [] : [{ event, how }];
  });
  return uniqueBy(found, ({ event }) => event.call);
}

const trains = /\.(fit|fitDataset|trainOnBatch|minimize|applyGradients|train|trainAsync)\(/;

function unseeded(model: Model, { path, method, receiver, args, call }: CallEvent): UnseededDraw["how"] | undefined {
  if (call.args.some(({ spread }) => spread !== "none")) return undefined;
  if (method === "shuffle" && isDataset(receiver)) return args.positional.length === 1 ? "argument" : undefined;
  if (path === undefined) return undefined;
  const position = seededAt.get(path);
  if (position !== undefined) return args.positional.length <= position ? "argument" : undefined;
  if (seededByOption.test(path)) {
    const [options] = args.positional;
    return isWrittenOut(options) && optionOf(options, "seed") === undefined ? "option" : undefined;
  }
  // A generator with a seed may stand in for the one of the language.
  return unseedable.test(path) && !/seedrandom|Math\.random\s*=/.test(model.form.text) ? "none" : undefined;
}

function isDataset(receiver: Value | undefined, depth = 0): boolean {
  return alternatives(receiver).some((one) => {
    if (one.kind !== "entity") return false;
    if (one.type === "@tensorflow/tfjs.data.Dataset") return true;
    if (one.origin.how !== "call") return false;
    const { path } = one.origin;
    if (path === undefined) return depth < 6 && isDataset(one.origin.receiver, depth + 1);
    return path.startsWith("@tensorflow/tfjs.data.");
  });
}
