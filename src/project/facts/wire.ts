import type { CodeFile, FactValue } from "./code-facts.js";
import { onceFor } from "./once-for.js";
import type { Entry, Wiring } from "./wiring.js";

/** An entry and what it runs: a file, or a function of one (`src/train.py#main`). */
export interface EntryTo {
  readonly entry: Entry;
  readonly target: string;
}

/** A method whose owner is not known is taken for any of the project's methods of that name, when there are so few. */
const mostNamesakes = 3;

/** Follows what runs through imports, calls, and functions that are handed on. */
export function wire(edges: CallGraph, entries: readonly EntryTo[]): Wiring {
  const reached = new Map<string, Entry[]>();
  for (const { entry, target } of entries) {
    for (const node of reachableFrom(startsOf(target), edges)) {
      const known = reached.get(node);
      if (known === undefined) reached.set(node, [entry]);
      else known.push(entry);
    }
  }
  for (const [node, found] of reached)
    reached.set(
      node,
      found.toSorted((a, b) => strength(b) - strength(a)),
    );
  const entriesOf: Wiring["entriesOf"] = (path, within) => reached.get(`${path}#${within}`) ?? [];
  return { entriesOf, entriesOfFile: (path) => entriesOf(path, ""), entries: entries.map(({ entry }) => entry) };
}

/** A file that is run does what stands at its top level, also what only a run of its own comes to. */
function startsOf(target: string): readonly string[] {
  return target.includes("#") ? [target, `${target.split("#")[0]}#`] : [`${target}#`, `${target}#__main__`];
}

function strength({ isGating, repeatedBy }: Entry): number {
  return (repeatedBy === undefined ? 0 : 2) + (isGating ? 1 : 0);
}

/** From each function, as `path#name`, to those that it can lead to. */
export type CallGraph = ReadonlyMap<string, ReadonlySet<string>>;

export function reachableFrom(starts: readonly string[], edges: CallGraph): ReadonlySet<string> {
  const found = new Set(starts);
  for (const node of found) for (const next of edges.get(node) ?? []) found.add(next);
  return found;
}

/** Who calls whom. Wiring, tests and detectors ask for the same files, and facts never change. */
export const callGraph: (files: readonly CodeFile[]) => CallGraph = onceFor(graphOf);

function graphOf(files: readonly CodeFile[]): CallGraph {
  const edges = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = edges.get(from);
    if (known === undefined) edges.set(from, new Set([to]));
    else known.add(to);
  };
  const methods = methodsByName(files);
  const fixtures = fixturesByName(files);
  for (const { path, role, imports, calls, functions, classes, assigns } of files) {
    for (const { target } of imports) if (target !== undefined) add(`${path}#`, `${target}#`);
    for (const { name, decorators, params } of functions) {
      add(`${path}#${name}`, `${path}#`);
      // A test asks for its fixtures by the names of its parameters.
      for (const param of role === "test" ? params : []) {
        for (const fixture of fixtures.get(param.name) ?? []) {
          if (isWithinFolder(path, fixture)) add(`${path}#${name}`, fixture);
        }
      }
      for (const { target } of decorators) if (target !== undefined) add(`${path}#`, target);
    }
    for (const call of calls) {
      const from = `${path}#${call.within}`;
      if (call.target !== undefined) add(from, call.target);
      else if (call.path === undefined && call.text.includes(".")) {
        for (const method of methods.get(call.name) ?? []) add(from, method);
      }
      for (const value of [...call.positional, ...Object.values(call.named)]) {
        for (const target of targetsIn(value)) add(from, target);
      }
    }
    for (const { within, value } of assigns) for (const target of targetsIn(value)) add(`${path}#${within}`, target);
    for (const { name, bases, methods: own } of classes) {
      const node = `${path}#${name}`;
      // The framework behind a base that is not the project's own calls what it overrides.
      const isCalledFromOutside = bases.some((base) => !base.includes("#"));
      for (const method of own) if (isCalledFromOutside || isImplicit(method)) add(node, `${node}.${method}`);
      for (const base of bases) if (base.includes("#")) add(node, base);
      add(`${path}#${name}.__init__`, node);
    }
  }
  return edges;
}

/** Methods that nobody calls by name. */
function isImplicit(method: string): boolean {
  return /^__\w+__$/.test(method) || method === "forward" || method === "call" || method === "constructor";
}

function methodsByName(files: readonly CodeFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, classes, role } of files) {
    if (role === "test" || role === "aside") continue;
    for (const { name, methods } of classes) {
      for (const method of methods) {
        const known = found.get(method);
        if (known === undefined) found.set(method, [`${path}#${name}.${method}`]);
        // One more than are asked about tells that there are too many.
        else if (known.length <= mostNamesakes) known.push(`${path}#${name}.${method}`);
      }
    }
  }
  return new Map([...found].filter(([, methods]) => methods.length <= mostNamesakes));
}

function fixturesByName(files: readonly CodeFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, functions } of files) {
    for (const { name, decorators } of functions) {
      if (!decorators.some(({ path: decorator }) => decorator === "pytest.fixture")) continue;
      found.set(name, [...(found.get(name) ?? []), `${path}#${name}`]);
    }
  }
  return found;
}

/** Fixtures hold in their own file, and from a `conftest.py` in its folder and those below. */
function isWithinFolder(path: string, fixture: string): boolean {
  const file = fixture.slice(0, fixture.indexOf("#"));
  return file === path || (file.endsWith("conftest.py") && path.startsWith(file.slice(0, -"conftest.py".length)));
}

/** The project's own functions and classes that a value holds. */
function* targetsIn(value: FactValue): Iterable<string> {
  if (value.kind === "symbol" && value.target !== undefined) yield value.target;
  else if (value.kind === "list") for (const item of value.items) yield* targetsIn(item);
  else if (value.kind === "dict") for (const entry of Object.values(value.entries)) yield* targetsIn(entry);
  else if (value.kind === "call") {
    if (value.path?.includes("#") === true) yield value.path;
    for (const part of [...value.positional, ...Object.values(value.named)]) yield* targetsIn(part);
  }
}
