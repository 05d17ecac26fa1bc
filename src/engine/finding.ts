import type { Finding, Place, Report, RuleMeta, Severity } from "../rules/rule.js";
import type { Workspace } from "../semantics/workspace.js";
import { LineIndex } from "../syntax/line-index.js";
import type { CellRange, Positions } from "../syntax/positions.js";
import type { Document } from "./analyze.js";

/** Gives a report its severity, stage, guide place and positions. */
export function toFinding(
  report: Report,
  meta: RuleMeta,
  severity: Severity,
  document: Pick<Document, "path">,
  positions: Positions,
  workspace: Pick<Workspace, "text">,
): Finding {
  /** Undefined when the place is in a file whose text is gone: any lines would be wrong ones. */
  const locate = (place: Place): (CellRange & { path: string }) | undefined => {
    const path = place.path ?? document.path;
    const other = path === document.path ? undefined : workspace.text(path);
    if (path !== document.path && other === undefined) return undefined;
    const index = other === undefined ? positions : new LineIndex(other);
    return { path, ...index.range(place) };
  };
  return {
    rule: meta.id,
    path: document.path,
    ...positions.range(report.at),
    severity,
    message: report.message,
    stage: meta.stage,
    guide: meta.guide,
    related: (report.related ?? []).flatMap(({ at, message }) => {
      const place = locate(at);
      return place === undefined ? [] : [{ ...place, message }];
    }),
    fixes: (report.fixes ?? []).flatMap(({ title, safety, edits }) => {
      const located = edits.flatMap((edit) => {
        const place = locate(edit);
        return place === undefined ? [] : [{ ...place, newText: edit.newText }];
      });
      return located.length < edits.length ? [] : [{ title, safety, edits: located }];
    }),
  };
}
