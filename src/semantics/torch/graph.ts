import { isLibraryBackward } from "../../knowledge/torch-training.js";
import { perModel } from "../code/per-model.js";
import { spend } from "../code/work.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A call that computes gradients, with the values that it starts from. */
export interface BackwardCall {
  readonly event: CallEvent;
  readonly losses: readonly Value[];
}

/** Questions about the graph that gradients flow through, answered once for a file. */
export interface Graph {
  readonly backwards: readonly BackwardCall[];
  /** Does a gradient certainly or possibly flow back through the value: is it an ancestor of what a backward starts from? */
  reachesBackward(value: Value | undefined): boolean;
}

export const graphOf = perModel(buildGraph);

function buildGraph(model: Model): Graph {
  const backwards = model.allCalls.flatMap((event) => {
    const losses = lossesOf(event);
    return losses === undefined ? [] : [{ event, losses }];
  });
  const reached = ancestors(
    model,
    backwards.flatMap((backward) => backward.losses),
  );
  return {
    backwards,
    reachesBackward: (value) => someEntity(value, (entity) => reached.has(entity)),
  };
}

/** The values that a call goes backward from; undefined when it does no such thing. */
function lossesOf(event: CallEvent): readonly Value[] | undefined {
  const { method, path, receiver, args } = event;
  const given = [...args.positional, ...args.named.values()];
  if (path !== undefined && isLibraryBackward(path)) return given;
  if (method === "backward" || method === "manual_backward")
    return receiver === undefined || (event.callee?.kind === "closure" && given.length > 0)
      ? given
      : [receiver, ...given];
  return undefined;
}

/** Everything that the values were made from, through calls, containers and attributes; the values themselves too. */
export function ancestors(model: Model, values: readonly Value[]): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  const pending: Value[] = [...values];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "union") pending.push(...value.options);
    else if (value.kind === "tuple") pending.push(...value.items);
    else if (value.kind === "entity" && !found.has(value)) {
      found.add(value);
      pending.push(...value.from, ...(value.items ?? []));
      if (value.class === undefined) pending.push(...model.heldBy(value));
    }
  }
  spend(model, found.size);
  return found;
}

/** Does the test hold for one of the objects that a value may be, or that stand in a tuple? */
export function someEntity(value: Value | undefined, test: (entity: Entity) => boolean): boolean {
  return alternatives(value).some((option) =>
    option.kind === "tuple"
      ? option.items.some((item) => someEntity(item, test))
      : option.kind === "entity" && test(option),
  );
}
