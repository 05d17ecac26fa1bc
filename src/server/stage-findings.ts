import type { FindingRow, StageFindings } from "../protocol.js";
import type { Severity } from "../rules/rule.js";
import type { Checker } from "./checker.js";
import type { Settings } from "./settings.js";
import { severityOverride } from "./settings.js";
import { toLspRange } from "./diagnostics.js";

/** More in one stage are counted and not listed. */
const mostListed = 300;

/** The findings of a project's open documents, by stage; those of documents without a file count in every project. */
export function stageFindings(
  root: string,
  checker: Pick<Checker, "outcomes">,
  settings: Settings,
): ReadonlyMap<string, StageFindings> {
  const rows = new Map<string, FindingRow[]>();
  for (const [uri, outcome] of checker.outcomes()) {
    if (outcome.state !== "analysed" || (outcome.project !== undefined && outcome.project.root.folder !== root))
      continue;
    const known = settings.peek(uri);
    for (const { rule, stage, severity, message, ...range } of outcome.findings) {
      const row = { uri, path: outcome.name, range: toLspRange(range), rule, message };
      const list = rows.get(stage) ?? [];
      list.push({ ...row, severity: severityOverride(known, rule) ?? severity });
      rows.set(stage, list);
    }
  }
  return new Map(
    [...rows].map(([stage, found]) => {
      const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
      for (const { severity } of found) counts[severity]++;
      return [stage, { counts, findings: found.toSorted(byPlace).slice(0, mostListed) }];
    }),
  );
}

function byPlace(a: FindingRow, b: FindingRow): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const [left, right] = [a.range?.start, b.range?.start];
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.character ?? 0) - (right?.character ?? 0);
}
