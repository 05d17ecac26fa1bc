import { type Commented, readSuppressionComments } from "../semantics/suppression.js";
import type { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";

export interface Suppressions {
  /** Has a comment turned this rule off where this finding begins? */
  covers(rule: string, at: Span): boolean;
}

/** What the comments of a module turn off. A finding of several lines is suppressed on its first. */
export function readSuppressions(form: Commented, lines: LineIndex): Suppressions {
  const inFile = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  for (const { scope, rules, target } of readSuppressionComments(form)) {
    let ids = inFile;
    if (scope === "line") {
      const { line } = lines.position(target);
      ids = onLine.get(line) ?? new Set();
      onLine.set(line, ids);
    }
    for (const { id } of rules) ids.add(id);
  }
  return {
    covers: (rule, at) =>
      inFile.has(rule) || (onLine.size > 0 && (onLine.get(lines.position(at.start).line)?.has(rule) ?? false)),
  };
}
