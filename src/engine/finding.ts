import type { Finding, Place, Report, RuleMeta, Severity } from "../rules/rule.js";
import type { Workspace } from "../semantics/workspace.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Range } from "../syntax/span.js";
import type { Document } from "./analyze.js";

/** Gives a report its severity, stage, guide place and positions. */
export function toFinding(
  report: Report,
  meta: RuleMeta,
  severity: Severity,
  document: Document,
  lines: LineIndex,
  workspace: Workspace,
): Finding {
  const locate = (place: Place): Range & { path: string } => {
    const path = place.path ?? document.path;
    const other = path === document.path ? undefined : workspace.text(path);
    const index = other === undefined ? lines : new LineIndex(other);
    return { path, ...index.range(place) };
  };
  return {
    rule: meta.id,
    path: document.path,
    ...lines.range(report.at),
    severity,
    message: report.message,
    stage: meta.stage,
    guide: meta.guide,
    related: (report.related ?? []).map(({ at, message }) => ({ ...locate(at), message })),
    fixes: (report.fixes ?? []).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ ...locate(edit), newText: edit.newText })),
    })),
  };
}
