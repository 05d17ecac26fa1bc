import type { Finding, Rule, Severity } from "../rules/rule.js";
import type { FormModule } from "../syntax/form.js";
import type { Workspace } from "../semantics/workspace.js";
import { tooMuchWork, withAllowance } from "../semantics/code/work.js";
import { buildModel, type Model } from "../semantics/model.js";
import { librariesInSight, usedLibraries } from "../semantics/code/libraries.js";
import { topicsOf } from "../semantics/follow/telling.js";
import { LineIndex } from "../syntax/line-index.js";
import { positionsOf } from "../syntax/positions.js";
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
  /** Called for each rule that throws (`model` when the file could not be followed at all); the others go on. */
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
  /** Called for each finding that a comment suppresses, with the reason that the comment gives. */
  readonly onSuppressed?: (finding: Finding, reason: string | undefined) => void;
}

/** A file's findings in order of place and rule: model, rules, suppressions. Total: broken code gives fewer findings, never an exception. */
export function analyze(document: Document, options: AnalyzeOptions): Finding[] {
  const { onRuleError, onSuppressed, workspace } = options;
  const lines = new LineIndex(document.form.text);
  const positions = positionsOf(document.form, lines);
  const suppressions = readSuppressions(document.form, lines);
  const live = topicsOf(document.form);
  const own = usedLibraries(document.form);
  // Imports are looked up only where a rule turns on them: most files name the libraries that they are about.
  let inSight: ReadonlySet<string> | undefined;
  const mayUse = (name: string): boolean =>
    own.has(name) || (inSight ??= librariesInSight(document, workspace)).has(name);
  const rules = [...options.rules].filter(
    ([{ meta }]) =>
      meta.languages.includes(document.form.language) &&
      (meta.topics.length === 0 || meta.topics.some((topic) => live.has(topic))) &&
      (meta.libraries.length === 0 || meta.libraries.some(mayUse)),
  );
  const asked = new Set(rules.flatMap(([{ meta }]) => meta.topics.filter((topic) => live.has(topic))));
  const model = attempt(
    () => buildModel(document, workspace, asked),
    (error) => onRuleError("model", document.path, error),
  );
  if (model === undefined) return [];
  const findings: Finding[] = [];
  for (const [rule, severity] of rules) {
    if (!speaks(rule, model)) continue;
    const seen = new Set<string>();
    const collect = (): void => {
      for (const report of rule.check(model)) {
        // The same code can be reached on several ways: it is one cause, so it is one finding.
        const place = `${report.at.start}:${report.at.end}`;
        if (seen.has(place)) continue;
        seen.add(place);
        const comment = suppressions.covering(rule.meta.id, report.at);
        if (comment !== undefined && onSuppressed === undefined) continue;
        const finding = toFinding(report, rule.meta, severity, document, positions, workspace);
        if (comment === undefined) findings.push(finding);
        else onSuppressed?.(finding, comment.reason);
      }
    };
    attempt(
      () => withAllowance(model, collect),
      (error) => {
        // What costs too much to know is not known, so the rule says no more about the file.
        if (error !== tooMuchWork) onRuleError(rule.meta.id, document.path, error);
      },
    );
  }
  return findings.sort(byPlace);
}

/** Is a library in use that the rule is about? */
function speaks({ meta: { libraries } }: Rule, model: Model): boolean {
  return libraries.length === 0 || libraries.some((name) => model.uses(name));
}

function attempt<T>(work: () => T, onError: (error: unknown) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    onError(error);
    return undefined;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
