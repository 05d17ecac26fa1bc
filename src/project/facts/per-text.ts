/** Held by whoever reads a project again and again: what was made of a text is not made again while the text is the same. */
export type TextMemory = object;

/** Makes something of the text of a file, and no second time for somebody who remembers. */
export function perText<Made>(
  make: (text: string, path: string) => Made,
): (text: string, path: string, memory: TextMemory | undefined) => Made {
  const known = new WeakMap<TextMemory, Map<string, { readonly text: string; readonly made: Made }>>();
  return (text, path, memory) => {
    if (memory === undefined) return make(text, path);
    const byPath = known.get(memory) ?? new Map<string, { readonly text: string; readonly made: Made }>();
    known.set(memory, byPath);
    const before = byPath.get(path);
    if (before?.text === text) return before.made;
    const made = make(text, path);
    byPath.set(path, { text, made });
    return made;
  };
}
