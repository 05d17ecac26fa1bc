import { lossCalls } from "../../semantics/outputs/loss-calls.js";
import type { Model } from "../../semantics/model.js";
import { joinWays, type Note } from "./note.js";
import { outputWords, placeWords, sourceOf } from "./words.js";

/** What losses take, and what they are given where that is known. */
export function lossNotes(model: Model): readonly Note[] {
  const notes = lossCalls(model)
    .filter(({ event }) => event.unit.path === model.path)
    .map(({ event, loss, outputs }) => {
      const given = outputs.map(({ kind, unit, site }) => `${outputWords[kind]} (by ${placeWords(model, unit, site)})`);
      return {
        at: event.call,
        kind: "value",
        subject: sourceOf(model.form, event.call.callee),
        text: `takes ${loss.takes}, and is given ${[...new Set(given)].join(" or ")}`,
        frame: event.frame,
      } as const;
    });
  return joinWays(model, notes);
}
