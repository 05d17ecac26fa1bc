import { drawsRows } from "../../knowledge/sklearn-randomness.js";
import { isReachedByScript } from "../code/entry-point.js";
import { isPackageModule } from "../code/package-module.js";
import { classAround, statementsAround } from "../code/statements-around.js";
import { isInsideModel } from "../data/own-models.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { rootOf } from "../torch/training-loop.js";
import { seedConstant } from "./seeding.js";

const seedWords = /seed|random_?state/i;

/**
 * Is it for others to seed what a call draws: those who call a library, and may seed numpy? Only code that knows of seeds itself
 * and uses none has forgotten one, and a split that no library makes for itself is always asked about.
 */
export function isLeftToCallers(model: Model, event: CallEvent): boolean {
  if (event.path === undefined) return false;
  if (!drawsRows(event.path) && isTrainedElsewhere(model, event)) return true;
  const isPackage = isPackageModule(model.form);
  if (!isPackage && isReachedByScript(model, event)) return false;
  if (drawsRows(event.path) && !isPackage && !isInsideModel(event)) return false;
  return !knowsSeeds(model, event, isPackage);
}

/** Is a seed spoken of in the class around a call, or the function that it begins in? Outside packages, a file is read as a whole. */
function knowsSeeds(model: Model, { frame }: CallEvent, isPackage: boolean): boolean {
  if (seedConstant(model) !== undefined) return true;
  const { text } = model.form;
  const outermost = rootOf(frame)?.closure;
  const around = outermost?.owner?.unit.form === model.form ? outermost.owner.form : outermost?.form;
  if (around === undefined) return !isPackage && seedWords.test(text);
  const isWhole = !isPackage && outermost?.owner === undefined;
  return seedWords.test(isWhole ? text : text.slice(around.start, around.end));
}

/**
 * An estimator that is only the default of a parameter, or is kept under a name that nothing in the file reads: who trains it is
 * elsewhere, and knows how to seed it.
 */
function isTrainedElsewhere(model: Model, { call, frame, result }: CallEvent): boolean {
  if (result.kind === "entity" && [...result.methodsCalled].some((method) => /^(partial_)?fit/.test(method)))
    return false;
  const statement = statementsAround(model.form, call).at(-1);
  // Parameters stand in a function, but in none of its statements.
  if (statement === undefined) return frame.closure === undefined;
  if (statement.kind !== "Assign" || statement.value !== call) return false;
  const [target] = statement.targets;
  const isOfClass = frame.closure === undefined && classAround(model.form, call) !== undefined;
  const name =
    target?.kind === "Attribute" ? target.name : target?.kind === "Name" && isOfClass ? target.id : undefined;
  if (name === undefined) return false;
  const { text } = model.form;
  return !new RegExp(`\\.${name}\\b`).test(text.slice(0, statement.start) + text.slice(statement.end));
}
