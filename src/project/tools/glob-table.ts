import picomatch from "picomatch";
import { nameOf } from "../paths.js";

/**
 * What globs lead to, for a path: a project has many files and the guide many globs, and the last part of a path
 * decides about nearly all of them.
 */
export function globTable<T>(
  entries: readonly { readonly globs: readonly string[]; readonly value: T }[],
): (path: string) => readonly T[] {
  const byName = new Map<string, Entry<T>[]>();
  const byEnding = new Map<string, Entry<T>[]>();
  const others: Entry<T>[] = [];
  for (const { globs, value } of entries) {
    for (const glob of globs) {
      const entry: Entry<T> = { matches: picomatch(glob, { dot: true }), value };
      const last = nameOf(glob);
      const ending = /^\*(?:\.[\w-]+)*\.([\w-]+)$/.exec(last)?.[1];
      if (ending !== undefined) add(byEnding, ending, entry);
      else if (/^[\w.-]+$/.test(last)) add(byName, last, entry);
      else others.push(entry);
    }
  }
  return (path) => {
    const name = nameOf(path);
    const ending = name.slice(name.lastIndexOf(".") + 1);
    const candidates = [...(byName.get(name) ?? []), ...(byEnding.get(ending) ?? []), ...others];
    return [...new Set(candidates.filter(({ matches }) => matches(path)).map(({ value }) => value))];
  };
}

interface Entry<T> {
  readonly matches: (path: string) => boolean;
  readonly value: T;
}

function add<T>(into: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [entry]);
  else known.push(entry);
}
