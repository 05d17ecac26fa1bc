import { isLightningModule } from "../../knowledge/torch-training.js";
import { derivesFrom, findMember } from "./attributes.js";
import { call, canEnter } from "./enter.js";
import { setFact, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";
import { alternatives, noArguments, type Entity, type Value } from "../values.js";

/** `self.optimizers()` of a Lightning module gives what its `configure_optimizers` made, the same each time. */
export function configuredOptimizers(run: Run, module: Entity): Value | undefined {
  const known = module.facts.get("configured")?.initial;
  if (typeof known === "object") return known;
  if (module.class === undefined || !derivesFrom(module.class, isLightningModule)) return undefined;
  const method = findMember(run, module.class, "configure_optimizers");
  if (method?.kind !== "closure" || !canEnter(run, method)) return undefined;
  const found = optimizersIn(run, call(run, { ...method, self: module }, noArguments, undefined));
  if (found !== undefined) setFact(module, "configured", cell(found));
  return found;
}

/** The optimizers in `opt`, `a, b`, `[a, b], [schedule]`, `{"optimizer": opt}` or a list of such dicts. */
function optimizersIn(run: Run, value: Value): Value | undefined {
  const [only, ...others] = alternatives(value);
  if (only === undefined || others.length > 0) return undefined;
  const items = itemsOf(only);
  if (items === undefined) {
    if (only.kind !== "entity") return undefined;
    const place = only.fields.get(subscriptField(run, "optimizer"));
    return place === undefined ? only : run.store.value(place);
  }
  const [first] = items;
  const nested = first === undefined ? undefined : itemsOf(first);
  if (nested !== undefined) return nested.length === 1 ? nested[0] : { kind: "tuple", items: nested };
  const found = items.map((item) => optimizersIn(run, item));
  if (found.some((item) => item === undefined)) return undefined;
  const optimizers = found.filter((item) => item !== undefined);
  return optimizers.length === 1 ? optimizers[0] : { kind: "tuple", items: optimizers };
}

function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === "tuple") return value.items;
  return value.kind === "entity" && value.type !== "builtins.dict" ? value.items : undefined;
}
