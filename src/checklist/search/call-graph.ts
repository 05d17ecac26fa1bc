import type { CodeFile } from "../../project/facts/code-facts.js";
import { type CallGraph, callGraph, reachableFrom } from "../../project/facts/wire.js";
import type { ChecklistProject } from "../project.js";

type Code = Pick<ChecklistProject, "code">;

/** Who calls whom in a project. Several detectors of a run ask, and a project's code never changes. */
export function graphOf({ code }: Code): CallGraph {
  const known = graphs.get(code);
  if (known !== undefined) return known;
  const graph = callGraph(code);
  graphs.set(code, graph);
  return graph;
}

const graphs = new WeakMap<readonly CodeFile[], CallGraph>();

/** All that functions lead to, themselves included, as `path#name`. */
export function leadsTo(project: Code, starts: readonly string[]): ReadonlySet<string> {
  return reachableFrom(starts, graphOf(project));
}

/** All functions that lead to one of these by calls, these included. To be imported is to lead to nothing. */
export function leadingTo(project: Code, ends: Iterable<string>): ReadonlySet<string> {
  const callers = new Map<string, string[]>();
  for (const [from, targets] of graphOf(project)) {
    for (const to of targets) if (!to.endsWith("#")) callers.set(to, [...(callers.get(to) ?? []), from]);
  }
  const found = new Set(ends);
  for (const node of found) for (const caller of callers.get(node) ?? []) found.add(caller);
  return found;
}

/** A function of a file as a node of the graph. */
export function nodeOf(path: string, within: string): string {
  return `${path}#${within}`;
}
