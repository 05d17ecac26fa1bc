import type { CalleeFact, CallFact, ClassFact, CodeFile, FactValue, FunctionFact, ImportFact } from "../code-facts.js";
import { type FileNames, namesOf, sameNames } from "./file-names.js";

/** The project's file that an import in a file leads to, from the root; undefined for libraries. */
export type ResolveImport = (from: string, module: string) => string | undefined;

/** A name is handed on so far from module to module. */
const mostHops = 4;

/** What came of a file, and all that was asked of others for it: while the answers stay the same, so does what came of it. */
interface Linked {
  readonly file: CodeFile;
  readonly names: ReadonlyMap<string, FileNames | undefined>;
  /** By the importing file, then by the module. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
}

/** By the file as it was before. Whoever reads a project again gets the objects of before wherever nothing has changed. */
const known = new WeakMap<CodeFile, Linked>();

/** Says of calls, classes and values of all files which of them are the project's own. */
export function linkCode(files: readonly CodeFile[], resolve: ResolveImport): readonly CodeFile[] {
  const byPath = new Map(files.map((file) => [file.path, namesOf(file)]));
  const isStill = ({ names, imports }: Linked): boolean =>
    [...names].every(([path, before]) => sameNames(before, byPath.get(path))) &&
    [...imports].every(([from, modules]) => [...modules].every(([module, to]) => resolve(from, module) === to));
  return files.map((file) => {
    const before = known.get(file);
    if (before !== undefined && isStill(before)) return before.file;
    const names = new Map<string, FileNames | undefined>();
    const imports = new Map<string, Map<string, string | undefined>>();
    const linked = linkFile(
      file,
      (path) => {
        const found = byPath.get(path);
        names.set(path, found);
        return found;
      },
      (from, module) => {
        const found = resolve(from, module);
        const ofFile = imports.get(from) ?? new Map<string, string | undefined>();
        imports.set(from, ofFile.set(module, found));
        return found;
      },
    );
    known.set(file, { file: linked, names, imports });
    return linked;
  });
}

function linkFile(
  file: CodeFile,
  namesIn: (path: string) => FileNames | undefined,
  resolveImport: ResolveImport,
): CodeFile {
  /** The definition behind a dotted path that a file imports: `.models.Net.fit` is `src/models.py#Net.fit`. */
  const targetOf = (from: string, path: string, hops = 0): string | undefined => {
    const names = namesIn(from);
    if (names === undefined || hops > mostHops) return undefined;
    for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
      const module = path.slice(0, end);
      if (!names.modules.has(module)) continue;
      const file = resolveImport(from, module);
      if (file === undefined || file === from) continue;
      const rest = path.slice(end + 1);
      return rest === "" ? file : definitionIn(file, rest, hops);
    }
    return undefined;
  };

  const definitionIn = (file: string, name: string, hops: number): string | undefined => {
    const names = namesIn(file);
    if (names === undefined) return `${file}#${name}`;
    const [first = "", ...rest] = name.split(".");
    if (names.defined.has(first)) return inherited(file, name, hops);
    const handedOn = names.imported.get(first);
    const through = handedOn && targetOf(file, [handedOn, ...rest].join("."), hops + 1);
    if (through !== undefined) return through;
    for (const module of names.stars) {
      const next = resolveImport(file, module);
      const found = next === undefined || hops > mostHops ? undefined : definitionIn(next, name, hops + 1);
      if (found !== undefined) return found;
    }
    return handedOn === undefined && names.assigned.has(first) ? `${file}#${name}` : undefined;
  };

  /** `Child.fit` is its parent's where the child has none. */
  const inherited = (file: string, name: string, hops: number): string => {
    const at = name.lastIndexOf(".");
    const owner = at < 0 ? undefined : namesIn(file)?.classes.get(name.slice(0, at));
    const method = name.slice(at + 1);
    for (const base of owner === undefined || owner.methods.includes(method) || hops > mostHops ? [] : owner.bases) {
      const parent = base.includes("#") ? base : targetOf(file, base, hops + 1);
      const [parentFile = "", parentName = ""] = parent?.split("#") ?? [];
      const found = parent === undefined ? undefined : inherited(parentFile, `${parentName}.${method}`, hops + 1);
      if (found !== undefined && isMethod(found)) return found;
    }
    return `${file}#${name}`;
  };

  const isMethod = (target: string): boolean => {
    const [file = "", name = ""] = target.split("#");
    const at = name.lastIndexOf(".");
    return (
      namesIn(file)
        ?.classes.get(name.slice(0, at))
        ?.methods.includes(name.slice(at + 1)) === true
    );
  };

  // What names nothing of the project stays the object that it was: most facts do.
  const callee = <Fact extends CalleeFact>(fact: Fact): Fact => {
    const own = fact.target === undefined ? fact.path && targetOf(file.path, fact.path) : ownTarget(fact.target);
    const positional = all(fact.positional, value);
    const named = mapped(fact.named, value);
    const isSame = positional === fact.positional && named === fact.named && (own === undefined || own === fact.target);
    if (isSame || own === "") return fact;
    return { ...fact, positional, named, ...(own === undefined ? {} : { target: own, path: undefined }) };
  };
  const ownTarget = (target: string): string =>
    definitionIn(file.path, target.slice(target.indexOf("#") + 1), 0) ?? target;
  const value = (fact: FactValue): FactValue => {
    if (fact.kind === "list") return replaced(fact, "items", all(fact.items, value));
    if (fact.kind === "dict") return replaced(fact, "entries", mapped(fact.entries, value));
    if (fact.kind !== "call" && fact.kind !== "symbol") return fact;
    const target = fact.path === undefined || fact.path.includes("#") ? undefined : targetOf(file.path, fact.path);
    if (fact.kind === "symbol") return target === undefined ? fact : { ...fact, path: undefined, target };
    const inside = replaced(
      replaced(fact, "positional", all(fact.positional, value)),
      "named",
      mapped(fact.named, value),
    );
    return target === undefined ? inside : { ...inside, path: target };
  };
  const parameters = (params: FunctionFact["params"]): FunctionFact["params"] =>
    params.map((param) => (param.default === undefined ? param : { ...param, default: value(param.default) }));
  return {
    ...file,
    imports: file.imports.map((one): ImportFact => ({ ...one, target: resolveImport(file.path, one.module) })),
    functions: file.functions.map((one) => ({
      ...one,
      params: parameters(one.params),
      decorators: one.decorators.map(callee),
    })),
    classes: file.classes.map((one): ClassFact => ({
      ...one,
      bases: one.bases.map((base) => (base.includes("#") ? base : (targetOf(file.path, base) ?? base))),
      decorators: one.decorators.map(callee),
      fields: parameters(one.fields),
    })),
    calls: all(file.calls, (one): CallFact => callee(one)),
    assigns: all(file.assigns, (one) => replaced(one, "value", value(one.value))),
    guards: file.guards.map((one) => ({
      ...one,
      comparisons: one.comparisons.map((pair) => ({ ...pair, left: value(pair.left), right: value(pair.right) })),
    })),
  };
}

function mapped<Value>(
  entries: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  let isSame = true;
  const changed: Record<string, Value> = {};
  for (const key in entries) {
    const before = entries[key]!;
    const after = (changed[key] = change(before));
    isSame &&= after === before;
  }
  return isSame ? entries : changed;
}

function all<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((after, index) => after === items[index]) ? items : changed;
}

function replaced<Fact, Key extends keyof Fact>(fact: Fact, key: Key, value: Fact[Key]): Fact {
  return fact[key] === value ? fact : { ...fact, [key]: value };
}
