import { cuttingAttributes, cuttingMethods, cutsGraph, givesIndices } from "../../knowledge/torch-training.js";
import { spend } from "../code/work.js";
import { isPartOfBatch } from "./batch-attributes.js";
import type { Model } from "../model.js";
import { Grad, type Entity, type Value } from "../values.js";

/** What the values were made from along the ways that a graph takes: not through numbers, indices and detached tensors. */
export function graphAncestors(model: Model, values: Iterable<Value>): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  const pending: Value[] = [...values];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "union") pending.push(...value.options);
    else if (value.kind === "tuple") pending.push(...value.items);
    else if (value.kind === "entity" && !found.has(value) && !isCut(value)) {
      found.add(value);
      pending.push(...partsOf(value), ...(value.items ?? []));
      if (value.class === undefined) pending.push(...model.heldBy(value));
    }
  }
  spend(model, found.size);
  return found;
}

/** What a value is made from; of a comprehension that is its element, and what it goes over may only be looked at. */
export function partsOf({ site, from }: Entity): readonly Value[] {
  return site?.kind === "Comprehension" ? from.slice(0, 1) : from;
}

/** Does the graph end at this value, whatever it was made from? */
export function isCut({ origin, grad }: Entity): boolean {
  switch (origin.how) {
    case "call":
      if (grad === Grad.off) return true;
      if (origin.method !== undefined && cuttingMethods.has(origin.method)) return true;
      return origin.path !== undefined && cutsGraph(origin.path);
    case "attribute":
      return cuttingAttributes.has(origin.name) || isInput(origin.of, origin.name);
    case "operation":
      return grad === Grad.off || comparisons.has(origin.operator);
    case "element":
      return origin.index === 1 && isPairWithIndices(origin.of);
    case "index":
      return origin.by.kind === "Literal" && origin.by.value === 1 && isPairWithIndices(origin.of);
    default:
      return false;
  }
}

/** What a trainer keeps of a batch between its methods. */
function isInput(holder: Value, name: string): boolean {
  return holder.kind === "entity" && holder.class !== undefined && isPartOfBatch(holder.class, name);
}

const comparisons = new Set(["==", "!=", "<", ">", "<=", ">=", "is", "is not", "in", "not in", "not"]);

function isPairWithIndices(value: Value): boolean {
  if (value.kind !== "entity" || value.origin.how !== "call") return false;
  const { path, method } = value.origin;
  return givesIndices.has(method ?? "") || (path?.startsWith("torch.") === true && givesIndices.has(path.slice(6)));
}
