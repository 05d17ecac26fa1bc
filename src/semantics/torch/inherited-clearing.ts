import { inheritedMethods } from "../code/class-attributes.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { receiverText, stepsOf, type Step, type Update } from "./training-loop.js";

/** A step that others call again and again, in classes that made the optimizer and clear nothing for it anywhere. */
export function neverClears(model: Model, cause: Step, update: Update): boolean {
  const self = cause.event.frame.closure?.self;
  if (self?.kind !== "entity" || self.class === undefined || update.optimizer?.type === undefined) return false;
  const inherited = inheritedMethods(self.class);
  if (inherited === undefined) return false;
  const texts = inherited.map(({ form, unit }) => unit.form.text.slice(form.start, form.end));
  return clearedNames([model.form.text, ...texts]).every((name) => isAnothers(model, name, update));
}

/** What stands before each `zero_grad` in some texts; empty where that is no plain name. */
function clearedNames(texts: Iterable<string>): readonly string[] {
  return [...texts].flatMap((text) =>
    [...text.matchAll(/(?<![\w.])([\w.]*?)\.?\w*zero_?grad/gi)].map(([, name]) => name ?? ""),
  );
}

/** Is it certainly the name of another optimizer, which is cleared where this one steps? */
function isAnothers(model: Model, name: string, update: Update): boolean {
  const clears = stepsOf(model).filter(({ kind, event }) => kind === "clear" && receiverText(event) === name);
  return (
    clears.some(({ event }) => event.frame === update.event.frame) &&
    clears.every(({ object }) =>
      alternatives(object).every(
        (option) => option !== update.optimizer && option.kind === "entity" && option.type !== undefined,
      ),
    )
  );
}
