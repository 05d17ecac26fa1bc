import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";
import { codeEvidence } from "./code-evidence.js";
import { notifyCalls, notifyEvidence } from "./notifications.js";

/** What makes itself heard in these functions: messages to people, and failures of a job that comes back by itself. */
export function raisedIn(project: ChecklistProject, functions: ReadonlySet<string>): readonly Evidence[] {
  const told = notifyCalls(project)
    .filter(({ file, call }) => functions.has(nodeOf(file.path, call.within)))
    .map((found) => notifyEvidence(project, found));
  const stops = project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.guards.flatMap(({ within, effect, isConstant, comparisons, line, cell, text }): readonly Evidence[] => {
          if (isConstant || (effect !== "raise" && effect !== "exit" && effect !== "assert")) return [];
          if (
            !functions.has(nodeOf(file.path, within)) ||
            (comparisons.length === 0 && !/drift|psi|bad|worse|breach|alert|failed|passed|success/i.test(text))
          )
            return [];
          const place = { path: file.path, line, within, ...(cell === undefined ? {} : { cell }) };
          const evidence = codeEvidence(
            project,
            place,
            { what: `the job fails where \`${text}\` holds`, rule: "job-fails" },
            true,
          );
          return evidence.repeatedBy === undefined ? [] : [evidence];
        }),
  );
  return [...told, ...stops];
}
