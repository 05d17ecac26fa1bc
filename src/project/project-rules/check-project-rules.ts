import { type Config, levelFor } from "../../engine/config.js";
import { toFinding } from "../../engine/finding.js";
import { readSuppressions } from "../../engine/suppress.js";
import type { Finding, Severity } from "../../rules/rule.js";
import { LineIndex } from "../../syntax/line-index.js";
import { positionsOf } from "../../syntax/positions.js";
import type { Configs } from "../configs.js";
import { languageOf } from "../languages.js";
import { joinPath, parentOf, within } from "../paths.js";
import type { Names } from "../root-names.js";
import type { Root } from "../roots.js";
import { commentsOf } from "./comments.js";
import { projectRules } from "./index.js";
import type { ProjectReport, ProjectRule } from "./project-rule.js";
import { openProjectView, type ProjectView, type ProjectViewOptions } from "./project-view.js";

export interface ProjectCheckOptions extends ProjectViewOptions {
  /** From an absolute path to the path that findings carry. */
  readonly names: Pick<Names, "toName">;
  /** Run exactly these rules, in any preset; all that the configuration has when left out. */
  readonly only?: readonly ProjectRule[];
  /** The files whose findings are asked for, by their absolute paths; all when left out. */
  readonly wants?: (path: string) => boolean;
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
}

/** What the rules about whole projects found in one file. */
export interface ProjectFileFindings {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Runs the rules about whole projects on one root; their findings by file, in order of the files' names and their places. */
export async function checkProjectRules(options: ProjectCheckOptions): Promise<readonly ProjectFileFindings[]> {
  const { configs, root, only, wants, onRuleError } = options;
  // Nothing says that such a folder is one project, so nothing can be said of it as a whole.
  if (!root.isProject) return [];
  const view = await openProjectView(options);
  const paths = wants === undefined ? view.paths : view.paths.filter((path) => wants(joinPath(root.folder, path)));
  const asked = new Set(paths);
  const byPath = new Map<string, (readonly [ProjectReport, ProjectRule])[]>();
  for (const rule of only ?? projectRules) {
    if (!(await mayRun(rule, paths, configs, root, only !== undefined))) continue;
    try {
      for (const report of await rule.check(view)) {
        if (asked.has(report.path)) byPath.set(report.path, [...(byPath.get(report.path) ?? []), [report, rule]]);
      }
    } catch (error) {
      onRuleError(rule.meta.id, root.folder, error);
    }
  }
  const found: ProjectFileFindings[] = [];
  for (const [path, reports] of byPath) found.push(await fileFindings(path, reports, view, options));
  return found.filter(({ findings }) => findings.length > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Is the rule on anywhere where it may speak? To know takes no reading. */
async function mayRun(
  rule: ProjectRule,
  paths: readonly string[],
  configs: Configs,
  root: Root,
  isAsked: boolean,
): Promise<boolean> {
  const known = new Map<Config, boolean>();
  for (const path of paths) {
    if (!rule.mayStandIn(path)) continue;
    if (isAsked) return true;
    const full = joinPath(root.folder, path);
    const { config, folder } = await configs.of(parentOf(full) ?? full);
    // Without parts of its own a configuration says the same of all files.
    const isOn = known.get(config) ?? levelFor(config, within(folder, full) ?? full, rule) !== undefined;
    if (isOn) return true;
    if (config.paths.length === 0) known.set(config, isOn);
  }
  return false;
}

async function fileFindings(
  path: string,
  reports: readonly (readonly [ProjectReport, ProjectRule])[],
  view: ProjectView,
  { configs, root, names, only }: ProjectCheckOptions,
): Promise<ProjectFileFindings> {
  const full = joinPath(root.folder, path);
  const name = names.toName(full);
  const text = (await view.read(path)) ?? "";
  const { config, folder } = await configs.of(parentOf(full) ?? full);
  const form = languageOf(path) === undefined ? undefined : await view.form(path);
  const lines = new LineIndex(text);
  const positions = form === undefined ? lines : positionsOf(form, lines);
  const suppressions = readSuppressions(form ?? commentsOf(path, text), lines);
  const texts = await relatedTexts(reports, view, (other) => names.toName(joinPath(root.folder, other)));
  const findings: Finding[] = [];
  for (const [report, rule] of reports) {
    const own = levelFor(config, within(folder, full) ?? full, rule);
    const severity: Severity | undefined = own ?? (only?.includes(rule) === true ? rule.meta.severity : undefined);
    if (severity === undefined || suppressions.covering(rule.meta.id, report.at) !== undefined) continue;
    const named = withNames(report, (other) => names.toName(joinPath(root.folder, other)));
    findings.push(
      toFinding(named, rule.meta, severity, { path: name }, positions, { text: (other) => texts.get(other) }),
    );
  }
  findings.sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column || (a.rule < b.rule ? -1 : 1));
  return { path: full, name, text, findings };
}

/** The texts of the other places, by the names that findings carry. */
async function relatedTexts(
  reports: readonly (readonly [ProjectReport, ProjectRule])[],
  view: ProjectView,
  toName: (path: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { at } of reports.flatMap(([report]) => report.related ?? [])) {
    const text = at.path === undefined ? undefined : await view.read(at.path);
    if (at.path !== undefined && text !== undefined) texts.set(toName(at.path), text);
  }
  return texts;
}

function withNames(report: ProjectReport, toName: (path: string) => string): ProjectReport {
  const related = (report.related ?? []).map(({ at, message }) => ({
    message,
    at: at.path === undefined ? at : { ...at, path: toName(at.path) },
  }));
  return { ...report, related };
}
