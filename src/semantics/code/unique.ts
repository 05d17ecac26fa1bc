import type { CallEvent } from "../follow/run.js";

/** The first of all items that share a key. */
export function uniqueBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => unknown): readonly Item[] {
  const found = new Map<unknown, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

/** Each call once, whatever the number of ways of getting there; the first time that it happens. */
export function uniqueCalls(events: Iterable<CallEvent>): readonly CallEvent[] {
  return uniqueBy(events, ({ call }) => call);
}
