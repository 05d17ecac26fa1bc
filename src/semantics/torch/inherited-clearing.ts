import { inheritedMethods } from "../code/class-attributes.js";
import { frames } from "../code/frames.js";
import { derivesFrom } from "../follow/attributes.js";
import type { Model } from "../model.js";
import { alternatives, type Closure } from "../values.js";
import { optimizesByHand } from "./forward-passes.js";
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

/**
 * A step that a framework runs again and again, which clears nothing itself: a function of an engine of Ignite, `handle_batch`
 * of Catalyst, a Lightning module that optimizes by hand. Nothing in its file clears anything, either.
 */
export function neverClearsInTurns(model: Model, update: Update): boolean {
  const { event } = update;
  if (/zero_?grad|clear_?grad/i.test(event.unit.form.text) || /zero_?grad/i.test(model.form.text)) return false;
  if (optimizesByHand(event.frame)) return true;
  for (const { closure } of frames(event.frame)) {
    if (closure === undefined) continue;
    if (closure.owner === undefined ? isEngineStep(model, closure) : isBatchHandler(closure)) return true;
  }
  return false;
}

function isEngineStep(model: Model, { form }: Closure): boolean {
  return (
    model.uses("ignite") &&
    model.allCalls.some(
      ({ path, args }) =>
        path !== undefined &&
        /^ignite\.engine\.(engine\.)?Engine$/.test(path) &&
        alternatives(args.positional[0] ?? args.named.get("process_function")).some(
          (given) => given.kind === "closure" && given.form === form,
        ),
    )
  );
}

function isBatchHandler({ form, owner }: Closure): boolean {
  if (form.name !== "handle_batch" || owner === undefined) return false;
  return derivesFrom(owner, (path) => /^catalyst\.(\w+\.)*\w*Runner$/.test(path));
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
