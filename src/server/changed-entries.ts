/** What was told of some entries, so that only those are told again that are others now. */
export interface Told<T> {
  /** The entries that differ from what was told before, with null for those that are gone; undefined when none does. */
  changes(now: ReadonlyMap<string, T>): Readonly<Record<string, T | null>> | undefined;
}

export function openTold<T>(): Told<T> {
  const told = new Map<string, string>();
  return {
    changes: (now) => {
      const changed: Record<string, T | null> = {};
      for (const id of [...told.keys()]) {
        if (now.has(id)) continue;
        told.delete(id);
        changed[id] = null;
      }
      for (const [id, entry] of now) {
        const text = JSON.stringify(entry);
        if (told.get(id) === text) continue;
        told.set(id, text);
        changed[id] = entry;
      }
      return Object.keys(changed).length === 0 ? undefined : changed;
    },
  };
}
