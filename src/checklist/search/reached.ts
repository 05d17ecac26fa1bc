import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { leadsTo, nodeOf } from "./call-graph.js";

/** Does something that runs lead to a function: an entry of the project, or a script that somebody starts by hand? */
export function isReached(project: Pick<ChecklistProject, "code" | "wiring">, path: string, within: string): boolean {
  if (project.wiring.entriesOf(path, within).length > 0) return true;
  return startedByHand(project.code).has(nodeOf(path, within));
}

/** All that the scripts of a project come to, whoever starts them. */
const startedByHand = onceFor((code: readonly CodeFile[]): ReadonlySet<string> => {
  const scripts = code.filter(({ role, runsAlone }) => role === "source" && runsAlone);
  return leadsTo(
    { code },
    scripts.flatMap(({ path }) => [nodeOf(path, ""), nodeOf(path, "__main__")]),
  );
});
