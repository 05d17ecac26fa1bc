/** Held by whoever reads a project again and again: what was made of a text is not made again while the text is the same. */
export interface TextMemory {
  /** By path, for each thing that is made of texts. */
  readonly kept: Set<Kept>;
}

interface Kept {
  keys(): Iterable<string>;
  delete(path: string): boolean;
}

export function openTextMemory(): TextMemory {
  return { kept: new Set() };
}

/** What is not among these paths is gone, and so is what was made of it. */
export function keepOnly(memory: TextMemory, paths: readonly string[]): void {
  const all = new Set(paths);
  for (const kept of memory.kept) for (const path of [...kept.keys()]) if (!all.has(path)) kept.delete(path);
}

/** Makes something of the text of a file, and no second time for somebody who remembers. */
export function perText<Made>(
  make: (text: string, path: string) => Made,
): (text: string, path: string, memory: TextMemory | undefined) => Made {
  const known = new WeakMap<TextMemory, Map<string, { readonly text: string; readonly made: Made }>>();
  return (text, path, memory) => {
    if (memory === undefined) return make(text, path);
    const byPath = known.get(memory) ?? new Map<string, { readonly text: string; readonly made: Made }>();
    known.set(memory, byPath);
    memory.kept.add(byPath);
    const before = byPath.get(path);
    if (before?.text === text) return before.made;
    const made = make(text, path);
    byPath.set(path, { text, made });
    return made;
  };
}
