import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { Finding } from "../../rules/rule.js";
import type { ChecklistProject } from "../project.js";

/** The findings that count as evidence: without examples and what the team leaves out, as severe as the team says. */
export function countedFindings({
  findings,
  config,
  code,
}: Pick<ChecklistProject, "findings" | "config" | "code">): readonly Finding[] {
  const excluded = textsOf(config, "diagnostics.exclude");
  const severities = config.settings["diagnostics.severity"];
  const said = typeof severities === "object" && !Array.isArray(severities) ? Object.entries(severities) : [];
  const aside = new Set(code.filter(({ role }) => role === "aside").map(({ path }) => path));
  return findings.flatMap((finding): Finding[] => {
    if (aside.has(finding.path) || matchesGlobs(excluded, finding.path)) return [];
    const severity = said.find(([rule]) => rule === finding.rule)?.[1];
    if (severity === "off") return [];
    const isSeverity = severity === "error" || severity === "warning" || severity === "info" || severity === "hint";
    return [isSeverity ? { ...finding, severity } : finding];
  });
}
