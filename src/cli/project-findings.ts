import type { FileResult } from "../project/check-files.js";
import type { Configs } from "../project/configs.js";
import { checkProjectRules, type ProjectFileFindings } from "../project/project-rules/check-project-rules.js";
import { projectRules } from "../project/project-rules/index.js";
import type { Targets } from "../project/targets.js";
import type { AnyRule, Finding } from "../rules/rule.js";
import { toName } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";

export interface ProjectFindingsOptions {
  readonly configs: Configs;
  /** The rules that were asked for by name; none for all. */
  readonly only: readonly AnyRule[];
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
}

/** What the rules about whole projects find in the files that a run's arguments cover, in order of their names. */
export async function projectFindings(
  { roots, covers }: Targets,
  { configs, only, onRuleError }: ProjectFindingsOptions,
): Promise<readonly ProjectFileFindings[]> {
  const chosen = projectRules.filter((rule) => only.includes(rule));
  if (only.length > 0 && chosen.length === 0) return [];
  const found: ProjectFileFindings[] = [];
  for (const root of roots) {
    const options = { files, configs, root, names: { toName }, wants: covers, onRuleError };
    found.push(...(await checkProjectRules({ ...options, ...(only.length > 0 ? { only: chosen } : {}) })));
  }
  // A project within another one is seen with both, and its own view of it counts.
  const byPath = new Map(found.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A result of a run; `isExtra` is one of a file that was looked at for the sake of its project alone. */
export type AnyResult = FileResult & { readonly isExtra?: boolean };

/** Puts the findings of projects where they belong among the results of files, which come in order of their names. */
export async function* withProjectFindings(
  results: AsyncIterable<FileResult>,
  ofProjects: Promise<readonly ProjectFileFindings[]>,
): AsyncGenerator<AnyResult> {
  const left = [...(await ofProjects)];
  for await (const result of results) {
    while (left[0] !== undefined && left[0].name < result.path) yield extra(left.shift()!);
    const own = left[0]?.name === result.path ? left.shift() : undefined;
    if (own === undefined || "skipped" in result) yield result;
    else yield { ...result, text: own.text, findings: [...result.findings, ...own.findings].sort(byPlace) };
  }
  for (const own of left) yield extra(own);
}

function extra({ name, text, findings }: ProjectFileFindings): AnyResult {
  return { path: name, text, findings, isExtra: true };
}

function byPlace(a: Finding, b: Finding): number {
  return a.start.line - b.start.line || a.start.column - b.start.column || (a.rule < b.rule ? -1 : 1);
}
