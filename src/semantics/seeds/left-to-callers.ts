import { drawsRows } from "../../knowledge/sklearn-randomness.js";
import { isReachedByScript } from "../code/entry-point.js";
import { frames } from "../code/frames.js";
import { isPackageModule } from "../code/package-module.js";
import { classAround, statementsAround } from "../code/statements-around.js";
import { isInsideModel } from "../data/own-models.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { rootOf } from "../torch/training-loop.js";
import { seedConstant } from "./seeding.js";

/**
 * Is it for others to seed what a call draws: those who call a library, and may seed numpy? Only code that knows of seeds itself
 * and uses none has forgotten one, and a split that no library makes for itself is always asked about.
 */
export function isLeftToCallers(model: Model, event: CallEvent): boolean {
  if (event.path === undefined) return false;
  const isSplit = drawsRows(event.path);
  if (!isSplit && isTrainedElsewhere(model, event)) return true;
  const isPackage = isPackageModule(model);
  // What a package makes when it is imported is still for others, unless it is put to use there and then.
  if (isReachedByScript(model, event) && (!isPackage || isSplit || isTrained(event))) return false;
  if (isSplit && !isPackage && !isInsideModel(event)) return false;
  return !knowsSeeds(model, event, isPackage);
}

/**
 * Is a seed spoken of where a call stands: in its class, or in a function on the way to it? Outside packages, a file is read as a
 * whole.
 */
function knowsSeeds(model: Model, { frame }: CallEvent, isPackage: boolean): boolean {
  if (seedConstant(model) !== undefined) return true;
  const owner = frame.closure?.owner;
  if (!isPackage && rootOf(frame)?.closure?.owner === undefined) return speaksOfSeeds(model.form.text);
  if (owner?.unit.form === model.form && speaksOfSeeds(model.text(owner.form))) return true;
  return [...frames(frame)].some(
    ({ closure, unit }) => closure !== undefined && unit.form === model.form && speaksOfSeeds(model.text(closure.form)),
  );
}

/** `random_state=None` asks for no seed. */
function speaksOfSeeds(source: string): boolean {
  return /seed|random_?state(?!\s*=\s*None)/i.test(source);
}

/**
 * An estimator that is only the default of a parameter, or is kept under a name that nothing in the file reads: who trains it is
 * elsewhere, and knows how to seed it.
 */
function isTrainedElsewhere(model: Model, event: CallEvent): boolean {
  if (isTrained(event)) return false;
  const { call, frame } = event;
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

function isTrained({ result }: CallEvent): boolean {
  return result.kind === "entity" && [...result.methodsCalled].some((method) => /^(partial_)?fit/.test(method));
}
