import type { CodeFile, FactValue } from "./code-facts.js";
import { onceFor, onceForEach } from "./once-for.js";
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
  const methods = methodsByName(files);
  const fixtures = fixturesByName(files);
  // Every edge begins in its own file.
  return new Map(files.flatMap((file) => [...edgesOf(file, { methods, fixtures })]));
}

/** The methods and fixtures of a project, by name. */
interface Names {
  readonly methods: ReadonlyMap<string, readonly string[]>;
  readonly fixtures: ReadonlyMap<string, readonly string[]>;
}

interface KnownEdges {
  readonly edges: CallGraph;
  /** What was asked of others for them, and what they said. */
  readonly answers: ReadonlyMap<string, string>;
}

const knownEdges = onceFor((_: CodeFile): { last?: KnownEdges } => ({}));

/** The edges of a file; those of before where everybody gives the same answers. */
function edgesOf(file: CodeFile, { methods, fixtures }: Names): CallGraph {
  const known = knownEdges(file);
  const told = (question: string): readonly string[] => {
    const name = question.slice(1);
    return (question.startsWith(".") ? methods : fixtures).get(name) ?? [];
  };
  const before = known.last;
  if (before !== undefined && [...before.answers].every(([question, answer]) => told(question).join() === answer))
    return before.edges;
  const answers = new Map<string, string>();
  const ask = (question: string): readonly string[] => {
    const answer = told(question);
    answers.set(question, answer.join());
    return answer;
  };
  known.last = {
    edges: edgesIn(
      file,
      (name) => ask(`.${name}`),
      (name) => ask(`@${name}`),
    ),
    answers,
  };
  return known.last.edges;
}

function edgesIn(
  { path, role, imports, calls, functions, classes, assigns }: CodeFile,
  methodsOf: (name: string) => readonly string[],
  fixturesOf: (name: string) => readonly string[],
): CallGraph {
  const edges = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = edges.get(from);
    if (known === undefined) edges.set(from, new Set([to]));
    else known.add(to);
  };
  for (const { target } of imports) if (target !== undefined) add(`${path}#`, `${target}#`);
  for (const { name, decorators, params } of functions) {
    add(`${path}#${name}`, `${path}#`);
    // A test asks for its fixtures by the names of its parameters.
    for (const param of role === "test" ? params : []) {
      for (const fixture of fixturesOf(param.name)) {
        if (isWithinFolder(path, fixture)) add(`${path}#${name}`, fixture);
      }
    }
    for (const { target } of decorators) if (target !== undefined) add(`${path}#`, target);
  }
  for (const call of calls) {
    const from = `${path}#${call.within}`;
    if (call.target !== undefined) add(from, call.target);
    else if (call.path === undefined && call.text.includes(".")) {
      for (const method of methodsOf(call.name)) add(from, method);
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
  return edges;
}

/** Methods that nobody calls by name. */
function isImplicit(method: string): boolean {
  return /^__\w+__$/.test(method) || method === "forward" || method === "call" || method === "constructor";
}

function methodsByName(files: readonly CodeFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { method, node } of methodsIn(files)) {
    const known = found.get(method);
    if (known === undefined) found.set(method, [node]);
    // One more than are asked about tells that there are too many.
    else if (known.length <= mostNamesakes) known.push(node);
  }
  return new Map([...found].filter(([, methods]) => methods.length <= mostNamesakes));
}

const methodsIn = onceForEach(({ path, classes, role }: CodeFile) =>
  role === "test" || role === "aside"
    ? []
    : classes.flatMap(({ name, methods }) => methods.map((method) => ({ method, node: `${path}#${name}.${method}` }))),
);

function fixturesByName(files: readonly CodeFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, node } of fixturesIn(files)) found.set(name, [...(found.get(name) ?? []), node]);
  return found;
}

const fixturesIn = onceForEach(({ path, functions }: CodeFile) =>
  functions
    .filter(({ decorators }) => decorators.some(({ path: decorator }) => decorator === "pytest.fixture"))
    .map(({ name }) => ({ name, node: `${path}#${name}` })),
);

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
