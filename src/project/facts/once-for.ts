/** Finds something out once for each object, as long as somebody holds it. For data that never changes, such as facts. */
export function onceFor<Data extends object, Found>(find: (data: Data) => Found): (data: Data) => Found {
  const known = new WeakMap<Data, { readonly found: Found }>();
  return (data) => {
    let entry = known.get(data);
    if (entry === undefined) known.set(data, (entry = { found: find(data) }));
    return entry.found;
  };
}
