import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, codeEvidence, type FoundCall, type InCode, type Told } from "./code-evidence.js";

/**
 * Evidence in code where only a pipeline or CI counts as wired: what hangs on a script, a route or a command that people
 * start is used, and no more.
 */
export function pipelineEvidence(project: ChecklistProject, place: InCode, told: Told, stops = false): Evidence {
  return isRunByPipeline(project, place)
    ? codeEvidence(project, place, told, stops)
    : { ...bare(place), level: "L2", ...told };
}

/** The same for a call, whose failure may be swallowed. */
export function pipelineCallEvidence(project: ChecklistProject, found: FoundCall, told: Told, stops = false): Evidence {
  const { file, call } = found;
  if (isRunByPipeline(project, { path: file.path, within: call.within })) {
    return callEvidence(project, found, told, stops);
  }
  return { ...bare({ ...call, path: file.path }), level: "L2", ...told };
}

/** Does a pipeline, a schedule or CI lead to a function of a file? */
export function isRunByPipeline(
  { wiring }: Pick<ChecklistProject, "wiring">,
  { path, within }: Pick<InCode, "path" | "within">,
): boolean {
  return wiring
    .entriesOf(path, within)
    .some(({ kind, repeatedBy }) => repeatedBy !== undefined || kind === "pipeline" || kind === "ci");
}

/** Evidence that is worth no more than a level, whatever runs it. */
export function atMost(evidence: Evidence, level: "L1" | "L2"): Evidence {
  const { repeatedBy: _, ...rest } = evidence;
  return { ...rest, level: evidence.level === "L1" ? "L1" : level };
}

function bare({ path, line, cell }: InCode): Pick<Evidence, "path" | "line" | "cell"> {
  return { path, line, ...(cell === undefined ? {} : { cell }) };
}
