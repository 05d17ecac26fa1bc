import type { Entity, Value } from "../values.js";

/** Where values lead back to. */
export interface Reach {
  /** Does anything wanted lie among what a value leads back to? */
  readonly reaches: (value: Value) => boolean;
  /** Of all that was looked at for the questions so far, what leads back to one of these. */
  readonly leadingTo: (ends: readonly Entity[]) => (value: Value) => boolean;
}

/**
 * Answers, for one value after another, whether anything that it leads back to is wanted. Each object is looked at once for
 * all questions together, so that a long walk is begun only where there is something to find.
 */
export function reachOf(sources: (entity: Entity) => readonly Value[], wanted: (entity: Entity) => boolean): Reach {
  const known = new Map<Entity, boolean>();
  const users = new Map<Entity, Entity[]>();

  const explore = (from: Entity): void => {
    const reaching: Entity[] = [];
    const pending = [from];
    known.set(from, false);
    for (let entity = pending.pop(); entity !== undefined; entity = pending.pop()) {
      if (wanted(entity)) reaching.push(entity);
      for (const source of sources(entity)) {
        for (const next of source.kind === "entity" ? [source] : entitiesIn(source)) {
          const before = known.get(next);
          if (before === true) reaching.push(entity);
          const list = users.get(next);
          if (list === undefined) users.set(next, [entity]);
          else list.push(entity);
          if (before !== undefined) continue;
          known.set(next, false);
          pending.push(next);
        }
      }
    }
    for (let entity = reaching.pop(); entity !== undefined; entity = reaching.pop()) {
      if (known.get(entity) === true) continue;
      known.set(entity, true);
      reaching.push(...(users.get(entity) ?? []));
    }
  };

  const isReaching = (entity: Entity): boolean => {
    if (!known.has(entity)) explore(entity);
    return known.get(entity) === true;
  };

  return {
    // All options are looked at, whatever the first ones say: `wanted` may note what it meets.
    reaches: (value) => (value.kind === "entity" ? isReaching(value) : entitiesIn(value).filter(isReaching).length > 0),
    leadingTo: (ends) => {
      const found = new Set(ends);
      for (const entity of found) for (const user of users.get(entity) ?? []) found.add(user);
      return (value) => entitiesIn(value).some((entity) => found.has(entity));
    },
  };
}

/** The objects that a value is, or may be, those in a tuple included. */
function entitiesIn(value: Value): readonly Entity[] {
  switch (value.kind) {
    case "entity":
      return [value];
    case "tuple":
      return value.items.flatMap(entitiesIn);
    case "union":
      return value.options.flatMap(entitiesIn);
    default:
      return [];
  }
}
