import type { ClassFact, CodeFile } from "../code-facts.js";
import { onceFor } from "../once-for.js";
import { modulesOf } from "./resolve-imports.js";

/** What a file is asked for by those who follow names through imports. */
export interface FileNames {
  /** What is defined at the top level. */
  readonly defined: ReadonlySet<string>;
  readonly assigned: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, ClassFact>;
  /** Names that are imported, with the path that stands behind them. */
  readonly imported: ReadonlyMap<string, string>;
  /** The modules all of whose names are handed on. */
  readonly stars: readonly string[];
  /** Every dotted path that may name a module. */
  readonly modules: ReadonlySet<string>;
}

export const namesOf = onceFor(({ functions, classes, imports, assigns }: CodeFile): FileNames => {
  const imported = new Map<string, string>();
  for (const { module, names } of imports) {
    for (const name of names) imported.set(name, /^\.*$/.test(module) ? module + name : `${module}.${name}`);
  }
  return {
    defined: new Set([...functions, ...classes].map(({ name }) => name).filter((name) => !name.includes("."))),
    assigned: new Set(assigns.filter(({ within }) => within === "").map(({ target }) => target)),
    classes: new Map(classes.map((one) => [one.name, one])),
    imported,
    stars: imports.filter(({ names }) => names.includes("*")).map(({ module }) => module),
    modules: modulesOf(imports),
  };
});

/** Would two states of a file give the same answers? Most edits change nothing that others can name. */
export function sameNames(a: FileNames | undefined, b: FileNames | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && textOf(a) === textOf(b));
}

const textOf = onceFor(({ defined, assigned, classes, imported, stars, modules }: FileNames) =>
  JSON.stringify([
    ...[[...defined], [...assigned], [...imported], stars, [...modules]],
    ...[...classes].map(([name, { bases, methods }]) => [name, bases, methods]),
  ]),
);
