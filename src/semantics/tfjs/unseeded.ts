import { seededAt, seededByOption, unseedable } from "../../knowledge/tfjs-random.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { isWrittenOut, optionOf } from "./options.js";

/** A draw without a seed: where one could be given, and whether there is a place for it at all. */
export interface UnseededDraw {
  readonly event: CallEvent;
  readonly how: "argument" | "option" | "none";
}

/** The first draw of a file that nothing seeds. */
export function firstUnseeded(model: Model): UnseededDraw | undefined {
  const found = model.calls.flatMap((event): readonly UnseededDraw[] => {
    const how = unseeded(model, event);
    return how === undefined ? [] : [{ event, how }];
  });
  return found.sort((a, b) => a.event.call.start - b.event.call.start)[0];
}

function unseeded(model: Model, { path, method, receiver, args, call }: CallEvent): UnseededDraw["how"] | undefined {
  if (call.args.some(({ spread }) => spread !== "none")) return undefined;
  if (path === undefined)
    return method === "shuffle" && isDataset(receiver) && args.positional.length === 1 ? "argument" : undefined;
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
  return alternatives(receiver).some(
    (one) =>
      one.kind === "entity" &&
      one.origin.how === "call" &&
      (one.origin.path?.startsWith("@tensorflow/tfjs.data.") === true ||
        (one.origin.path === undefined && depth < 6 && isDataset(one.origin.receiver, depth + 1))),
  );
}
