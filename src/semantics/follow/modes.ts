import { comesInEvalMode, isModuleType } from "../../knowledge/torch.js";
import { memo } from "../code/memo.js";
import { derivesFrom } from "./attributes.js";
import { factCell, setFact, type Run } from "./run.js";
import { cell } from "./store.js";
import { alternatives, Mode, type Entity, type UserClass, type Value } from "../values.js";

/** Sets the mode of a module and of every module that it holds; `by` stands for the call that does it. */
export function setMode(run: Run, value: Value, flags: number, by?: Entity, seen = new Set<Entity>()): void {
  const isDirect = seen.size === 0;
  for (const entity of alternatives(value)) {
    if (entity.kind !== "entity" || seen.has(entity) || seen.size > 200) continue;
    seen.add(entity);
    // A path that sets no mode leaves the one that the module has now.
    if (!entity.facts.has("mode")) setFact(entity, "mode", cell(modeOf(run, entity)));
    run.store.set(factCell(entity, "mode"), flags);
    if (by !== undefined) run.store.set(factCell(entity, "mode-set"), by);
    if (entity.facts.has("loaded")) run.store.set(factCell(entity, "loaded"), 0);
    // What is set on the module inside a wrapper is set for who calls the wrapper; not what is set on a copy of both.
    if (isDirect && entity.origin.how === "attribute" && entity.origin.name === "module")
      setMode(run, entity.origin.of, flags, by, seen);
    for (const place of entity.fields.values()) {
      const field = run.store.value(place);
      if (field !== undefined) setMode(run, field, flags, by, seen);
    }
    for (const item of entity.items ?? []) setMode(run, item, flags, by, seen);
    if (entity.origin.how === "call" && entity.type !== undefined && isModuleType(entity.type)) {
      for (const given of [...entity.origin.args.positional, ...entity.origin.args.named.values()]) {
        if (isModule(given)) setMode(run, given, flags, by, seen);
      }
    }
  }
}

/** The mode (`Mode` flags) of a called value now. */
export function modeOf(run: Run, value: Value, depth = 0): number {
  let flags = 0;
  for (const entity of alternatives(value))
    flags |= entity.kind === "entity" ? entityMode(run, entity, depth) : Mode.unknown;
  return flags;
}

function entityMode(run: Run, entity: Entity, depth: number): number {
  const place = entity.facts.get("mode");
  const set = place === undefined ? undefined : run.store.flags(place);
  if (set !== undefined) return set;
  const { origin } = entity;
  if (origin.how === "attribute" && depth < 10) {
    const owner = origin.of;
    // A submodule shares its owner's mode; a trainer's `self.model` does not.
    const owned = alternatives(owner).some((option) => isModule(option) || hasMode(run, option));
    return owned ? modeOf(run, owner, depth + 1) : Mode.unknown;
  }
  // A stand-in for an object that nobody in sight makes has no place of its own, and any past.
  if (origin.how === "instance") return isModule(entity) && entity.site !== undefined ? Mode.fresh : Mode.unknown;
  if (origin.how === "call" && origin.path !== undefined) {
    if (comesInEvalMode(origin.path)) return Mode.eval;
    return isModule(entity) ? Mode.fresh : Mode.unknown;
  }
  return Mode.unknown;
}

/** What stands for the calls that may have set the mode of a module, its owner's where it has none of its own. */
export function modeSetters(run: Run, value: Value, depth = 0): Value | undefined {
  if (value.kind !== "entity" || depth > 10) return undefined;
  const place = value.facts.get("mode-set");
  const set = place === undefined ? undefined : run.store.value(place);
  return set ?? (value.origin.how === "attribute" ? modeSetters(run, value.origin.of, depth + 1) : undefined);
}

function hasMode(run: Run, value: Value): boolean {
  const place = value.kind === "entity" ? value.facts.get("mode") : undefined;
  return place !== undefined && run.store.flags(place) !== undefined;
}

/** Is the value certainly a torch module: constructed, derived or annotated as one? */
export function isModule(value: Value): boolean {
  if (value.kind !== "entity") return false;
  if (value.class !== undefined) return isModuleClass(value.class);
  return value.type !== undefined && isModuleType(value.type);
}

export const isModuleClass = memo((owner: UserClass): boolean => derivesFrom(owner, isModuleType));
