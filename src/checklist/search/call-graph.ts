import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import { type CallGraph, callGraph, reachableFrom } from "../../project/facts/wire.js";
import type { ChecklistProject } from "../project.js";

type Code = Pick<ChecklistProject, "code">;

/** Who calls whom in a project. */
export function graphOf({ code }: Code): CallGraph {
  return callGraph(code);
}

/** All that functions lead to, themselves included, as `path#name`. */
export function leadsTo(project: Code, starts: readonly string[]): ReadonlySet<string> {
  return reachableFrom(starts, graphOf(project));
}

/** All functions that lead to one of these by calls, these included. To be imported is to lead to nothing. */
export function leadingTo(
  project: Code,
  ends: Iterable<string>,
  without: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const callers = callersIn(graphOf(project));
  const found = new Set(ends);
  for (const node of found) {
    for (const caller of callers.get(node) ?? []) if (!without.has(caller)) found.add(caller);
  }
  return found;
}

/** Functions that read which of several commands to run: what they call has nothing to do with one another. */
export function commandSwitches(code: readonly CodeFile[]): ReadonlySet<string> {
  return new Set(switchesIn(code));
}

const switchesIn = onceForEach(({ path, calls }: CodeFile) =>
  calls.filter(({ name }) => name === "add_subparsers").map(({ within }) => nodeOf(path, within)),
);

/** All nodes that a function can be reached from as `leadsTo` goes, imports included. */
export function reaching(project: Code, end: string): ReadonlySet<string> {
  const before = edgesBack(graphOf(project));
  const found = new Set([end]);
  for (const node of found) for (const from of before.get(node) ?? []) found.add(from);
  return found;
}

/** The graph the other way round, without imports. Several detectors of a run ask. */
const callersIn = onceFor((graph: CallGraph) => turned(graph, (to) => !to.endsWith("#")));
const edgesBack = onceFor((graph: CallGraph) => turned(graph, () => true));

function turned(graph: CallGraph, wants: (to: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const [from, targets] of graph) {
    for (const to of targets) {
      if (!wants(to)) continue;
      const others = callers.get(to);
      if (others === undefined) callers.set(to, [from]);
      else others.push(from);
    }
  }
  return callers;
}

/** The calls of each function of a file, by its node. */
export const functionsOf = onceFor(({ path, calls }: CodeFile): ReadonlyMap<string, readonly CallFact[]> => {
  const found = new Map<string, CallFact[]>();
  for (const call of calls) {
    const node = nodeOf(path, call.within);
    const known = found.get(node);
    if (known === undefined) found.set(node, [call]);
    else known.push(call);
  }
  return found;
});

/** The same for all files. */
export const callsByNode = onceFor(
  (code: readonly CodeFile[]): ReadonlyMap<string, readonly CallFact[]> =>
    new Map(code.flatMap((file) => [...functionsOf(file)])),
);

/** A function of a file as a node of the graph. */
export function nodeOf(path: string, within: string): string {
  return `${path}#${within}`;
}
