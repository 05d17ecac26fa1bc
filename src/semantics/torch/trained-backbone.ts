import type { Model } from "../model.js";
import type { Entity } from "../values.js";
import { graphOf } from "./graph.js";
import { holds, isPretrained, partsOf } from "./modules.js";
import type { MadeOptimizer } from "./optimizers.js";
import { reachesModule, reachOf } from "./reach.js";

/** A pretrained part of what an optimizer gets as a whole, with a new head beside it, that a loss reaches. */
export function trainedBackbone(model: Model, { parameters, position }: MadeOptimizer): Entity | undefined {
  for (const { module, part } of parameters.sources) {
    const backbone = part === "all" ? [...partsOf(model, module)].find(isPretrained) : undefined;
    if (backbone === undefined) continue;
    const hasHead = backbone !== module || isChangedBefore(model, module, position);
    if (hasHead && isReached(model, backbone)) return backbone;
  }
  return undefined;
}

/** Is a layer put into the module before a position in the order of calls? */
function isChangedBefore(model: Model, module: Entity, position: number): boolean {
  return model.writes.some(
    (write) => write.position < position && holds(model, module, write.owner) && write.value.kind === "entity",
  );
}

function isReached(model: Model, module: Entity): boolean {
  return graphOf(model).backwards.some((backward) => reachesModule(model, reachOf(model, backward), module));
}
