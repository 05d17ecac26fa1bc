/** Finds something out once for each object, as long as somebody holds it. For data that never changes, such as facts. */
export function onceFor<Data extends object, Found>(find: (data: Data) => Found): (data: Data) => Found {
  const known = new WeakMap<Data, { readonly found: Found }>();
  return (data) => {
    let entry = known.get(data);
    if (entry === undefined) known.set(data, (entry = { found: find(data) }));
    return entry.found;
  };
}

/**
 * Finds something in each of several objects by itself, such as files, and puts it together in their order. What is the
 * same object as before is not searched again: after a change, only the files that changed are.
 */
export function onceForEach<Data extends object, Found>(
  find: (data: Data) => readonly Found[],
): (all: readonly Data[]) => readonly Found[] {
  const known = new WeakMap<Data, readonly Found[]>();
  return (all) => {
    const found: Found[] = [];
    for (const data of all) {
      let own = known.get(data);
      if (own === undefined) {
        own = find(data);
        // Most searches find nothing in most files, and one empty list serves for all of them.
        known.set(data, own.length === 0 ? nothing : own);
      }
      for (const one of own) found.push(one);
    }
    return found;
  };
}

const nothing: readonly never[] = [];
