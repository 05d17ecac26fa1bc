import type { ChecklistProject } from "../project.js";
import { leadsTo, nodeOf } from "./call-graph.js";

/** Does something that runs lead to a function: an entry of the project, or a script that somebody starts by hand? */
export function isReached(project: Pick<ChecklistProject, "code" | "wiring">, path: string, within: string): boolean {
  if (project.wiring.entriesOf(path, within).length > 0) return true;
  return startedByHand(project).has(nodeOf(path, within));
}

/** All that the scripts of a project come to, whoever starts them. */
function startedByHand(project: Pick<ChecklistProject, "code">): ReadonlySet<string> {
  const scripts = project.code.filter(({ role, runsAlone }) => role === "source" && runsAlone);
  return leadsTo(
    project,
    scripts.flatMap(({ path }) => [nodeOf(path, ""), nodeOf(path, "__main__")]),
  );
}
