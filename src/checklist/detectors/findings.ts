import { isTestPath } from "../../project/tools/trace.js";
import type { Finding } from "../../rules/rule.js";
import type { Objection } from "../evidence.js";

/** What findings of some rules in code that is no test say against an item: errors leave a fail, warnings a partial. */
export function objectionsOf(findings: readonly Finding[], rules: readonly string[]): readonly Objection[] {
  return findings.flatMap(({ rule, path, cell, start, severity, message }): Objection[] => {
    if (!rules.includes(rule) || isTestPath(path) || (severity !== "error" && severity !== "warning")) return [];
    const place = { path, line: start.line, ...(cell === undefined ? {} : { cell }) };
    return [{ ...place, allows: severity === "error" ? "fail" : "partial", what: message, rule }];
  });
}
