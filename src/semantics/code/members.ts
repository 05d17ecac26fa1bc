import { alternatives, type Entity, type Value } from "../values.js";

/** The one object that a value is; undefined for other values, and where it may be one of several. */
export function onlyEntity(value: Value | undefined): Entity | undefined {
  const [only, ...others] = alternatives(value);
  return only?.kind === "entity" && others.length === 0 ? only : undefined;
}

/** What a tuple, a list or a dict that is written out holds: of a dict, the values. */
export function membersOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === "tuple") return value.items;
  const entity = onlyEntity(value);
  return entity?.type === "builtins.dict" && entity.origin.how === "container" ? entity.from : (entity?.items ?? []);
}
