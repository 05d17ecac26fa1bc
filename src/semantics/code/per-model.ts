import type { Model } from "../model.js";
import { tooMuchWork, withAllowance } from "./work.js";

/**
 * Answers a question about a file once, whichever rules ask it: what most lenses are. An answer that costs too much is
 * missing for every rule that needs it, whichever of them asked first.
 */
export function perModel<Answer>(answer: (model: Model) => Answer): (model: Model) => Answer {
  const known = new WeakMap<Model, { readonly answer: Answer } | "too much">();
  return (model) => {
    let found = known.get(model);
    if (found === undefined) {
      found = attempt(model, answer);
      known.set(model, found);
    }
    if (found === "too much") throw tooMuchWork;
    return found.answer;
  };
}

function attempt<Answer>(model: Model, answer: (model: Model) => Answer): { readonly answer: Answer } | "too much" {
  try {
    return { answer: withAllowance(model, () => answer(model)) };
  } catch (error) {
    if (error === tooMuchWork) return "too much";
    throw error;
  }
}
