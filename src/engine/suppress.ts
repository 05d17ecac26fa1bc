import { type Commented, readSuppressionComments, type SuppressionComment } from "../semantics/suppression.js";
import type { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";

export interface Suppressions {
  /** The comment that has turned this rule off where this finding begins. */
  covering(rule: string, at: Span): Pick<SuppressionComment, "reason"> | undefined;
}

/** What the comments of a module turn off. A finding of several lines is suppressed on its first. */
export function readSuppressions(form: Commented, lines: LineIndex): Suppressions {
  const inFile = new Map<string, SuppressionComment>();
  const onLine = new Map<number, Map<string, SuppressionComment>>();
  for (const comment of readSuppressionComments(form)) {
    const { scope, rules, target } = comment;
    let ids = inFile;
    if (scope === "line") {
      const { line } = lines.position(target);
      ids = onLine.get(line) ?? new Map<string, SuppressionComment>();
      onLine.set(line, ids);
    }
    for (const { id } of rules) if (ids.get(id)?.reason === undefined) ids.set(id, comment);
  }
  return {
    covering: (rule, at) =>
      inFile.get(rule) ?? (onLine.size === 0 ? undefined : onLine.get(lines.position(at.start).line)?.get(rule)),
  };
}
