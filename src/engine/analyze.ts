import type { Finding, Rule, Severity } from "../rules/rule.js";
import type { FormModule } from "../syntax/form.js";
import type { Workspace } from "../semantics/workspace.js";
import { buildModel } from "../semantics/model.js";
import { LineIndex } from "../syntax/line-index.js";
import { readSuppressions } from "./suppress.js";
import { toFinding } from "./finding.js";

/** One file, parsed. `path` is what findings carry: relative, with forward slashes. */
export interface Document {
  readonly path: string;
  readonly form: FormModule;
}

export interface AnalyzeOptions {
  /** Every rule that runs, with its severity here; what is absent is off. */
  readonly rules: ReadonlyMap<Rule, Severity>;
  readonly workspace: Workspace;
  /** Called once for each rule that throws; the other rules go on. */
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
}

/** A file's findings in order of place and rule: model, rules, suppressions. Total: broken code gives fewer findings, never an exception. */
export function analyze(document: Document, options: AnalyzeOptions): Finding[] {
  const lines = new LineIndex(document.form.text);
  const suppressions = readSuppressions(document.form, lines);
  const findings: Finding[] = [];
  const model = buildModel(document, options.workspace);
  for (const [rule, severity] of options.rules) {
    if (!rule.meta.languages.includes(document.form.language)) continue;
    if (rule.meta.libraries.length > 0 && !rule.meta.libraries.some((name) => model.uses(name))) continue;
    try {
      for (const report of rule.check(model)) {
        if (!suppressions.covers(rule.meta.id, report.at)) {
          findings.push(toFinding(report, rule.meta, severity, document, lines, options.workspace));
        }
      }
    } catch (error) {
      options.onRuleError(rule.meta.id, document.path, error);
    }
  }
  return findings.sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.start.line - b.start.line || a.start.column - b.start.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
