import type { Leak } from "../semantics/data/leaks.js";
import type { Place } from "./rule.js";

/** The places that belong to a leak: where another file learns from the rows, and where they are split. */
export function placesOf(leak: Leak, whatHappens: string): readonly { readonly at: Place; readonly message: string }[] {
  const split = {
    at: leak.split,
    message: leak.isCrossValidation ? "The folds are made here." : "The split comes here.",
  };
  return leak.elsewhere === undefined ? [split] : [{ at: leak.elsewhere, message: whatHappens }, split];
}
