import { drawsRows, runningLibraries, showingLibraries } from "../../knowledge/random-draws.js";
import { importsNeighbours } from "../code/package-module.js";
import { happensInScript } from "../code/entry-point.js";
import { ancestors } from "../torch/graph.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import type { Entity, Value } from "../values.js";

/**
 * Does a script that trains nothing work out a result by chance: choose rows, draw again and again, or change step by step what
 * it has drawn? Demonstrations, pictures and trials of other code, or of the module that they stand in, are left alone.
 */
export function samplesAsScript(model: Model, draws: (event: CallEvent) => boolean): boolean {
  if ([...showingLibraries, ...runningLibraries].some((library) => model.uses(library))) return false;
  if (/\bperf_counter\b|\btime\.(time|process_time|monotonic)\(/.test(model.form.text)) return false;
  if (importsNeighbours(model)) return false;
  return model.allCalls.some(
    (event) =>
      draws(event) &&
      happensInScript(event) &&
      (event.loops !== undefined ||
        (event.path !== undefined && drawsRows(event.path)) ||
        isChangedInLoop(model, event.result) ||
        isDrawnFromInLoop(model, event.result)),
  );
}

/** `weights -= rate * gradient`, from what was drawn. */
function isChangedInLoop(model: Model, drawn: Value): boolean {
  return model.accumulations.some(
    ({ before, loops }) => loops !== undefined && before !== undefined && comesFrom(model, before, drawn),
  );
}

/** A generator that is used in a loop, or to choose rows. */
function isDrawnFromInLoop(model: Model, generator: Value): boolean {
  return model.allCalls.some(
    ({ receiver, method, loops }) =>
      receiver === generator &&
      method !== undefined &&
      (loops !== undefined || /^(shuffle|permutation|permuted|choice)$/.test(method)),
  );
}

/** Does what was drawn end in a picture and nowhere else, like the numbers of the nine samples to look at? */
export function isOnlyShown(model: Model, { path, result }: CallEvent): boolean {
  if (!showingLibraries.some((library) => model.uses(library))) return false;
  if (path === "numpy.random.shuffle" || result.kind !== "entity") return false;
  let isShown = false;
  for (const event of model.allCalls) {
    if (isNeutral(event) || !receives(model, event, result)) continue;
    if (!shows(event)) return false;
    isShown = true;
  }
  return isShown;
}

function receives(model: Model, { receiver, args }: CallEvent, drawn: Entity): boolean {
  const given = [...args.positional, ...args.named.values(), ...(receiver === undefined ? [] : [receiver])];
  return ancestors(model, given).has(drawn);
}

function comesFrom(model: Model, value: Value, drawn: Value): boolean {
  return drawn.kind === "entity" && ancestors(model, [value]).has(drawn);
}

function shows({ path, method, receiver }: CallEvent): boolean {
  if (path !== undefined && showingLibraries.some((library) => path.startsWith(`${library}.`))) return true;
  // An axis, a figure: what a plotting library hands out.
  const maker = receiver?.kind === "entity" && receiver.origin.how === "call" ? receiver.origin.path : undefined;
  if (maker !== undefined && showingLibraries.some((library) => maker.startsWith(`${library}.`))) return true;
  return method !== undefined && /^(plot|scatter|hist|imshow|bar|fill_between|set_\w+|text|annotate)$/.test(method);
}

/** What reshapes, counts, prints or predicts decides nothing. */
function isNeutral({ path, method }: CallEvent): boolean {
  if (path !== undefined && /^(numpy|builtins)\./.test(path)) return true;
  return (
    method !== undefined &&
    /^(reshape|astype|squeeze|ravel|flatten|predict\w*|transform|item|tolist|numpy|cpu|detach)$/.test(method)
  );
}
