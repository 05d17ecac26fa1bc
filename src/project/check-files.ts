import { analyze } from "../engine/analyze.js";
import { type Config, levelsFor } from "../engine/config.js";
import type { Finding, Rule, Severity } from "../rules/rule.js";
import type { Language, NotebookPart } from "../syntax/form.js";
import type { CellSpan } from "../syntax/positions.js";
import type { WorkspaceFacts } from "../semantics/workspace.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import type { CodeFile } from "./facts/code-facts.js";
import { readCode } from "./facts/code/read-code.js";
import { languageOf } from "./languages.js";
import { parentOf, within } from "./paths.js";
import type { Names } from "./root-names.js";
import type { Root } from "./roots.js";
import type { SkippedFile } from "./skipped.js";
import type { Target } from "./targets.js";
import { openWorkspace, type ProjectWorkspace } from "./workspace.js";

/** What became of one file. `path` is the name that findings carry. */
export type FileResult =
  | {
      readonly path: string;
      readonly findings: readonly Finding[];
      readonly text: string;
      /** The cells that hold its code, where it is a notebook. */
      readonly cells?: readonly CellSpan[];
      /** What it does, where that was asked for. */
      readonly code?: CodeFile;
      /** With it: what comments suppress without a reason. */
      readonly unexplained?: readonly Finding[];
    }
  | { readonly path: string; readonly skipped: SkippedFile };

export interface CheckOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly rules: readonly Rule[];
  /** Run exactly these rules, in any preset, even where a configuration turns them off. */
  readonly only?: readonly Rule[];
  readonly names: Names;
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
  /** How much source text is kept parsed for each project, in UTF-16 units. */
  readonly maxKept?: number;
  /** The files of a root as someone keeps them parsed already. */
  readonly known?: (root: Root) => ProjectWorkspace | undefined;
  /** Tell what each file does as well, and what is suppressed in it without a reason: it is parsed for its check anyway. */
  readonly code?: boolean;
}

/** A target under the name that findings carry. */
export type NamedTarget = Target & { readonly name: string };

/** Checks single files, and keeps what it learns about their projects from one to the next. */
export interface FileChecker {
  workspaceOf(root: Root): ProjectWorkspace;
  /** Takes the facts of a root from someone who has read it. */
  useFacts(folder: string, facts: WorkspaceFacts): void;
  check(target: NamedTarget): Promise<FileResult>;
}

/** Checks files one after the other, in order of their names, each seen together with the project it belongs to. */
export async function* checkFiles(
  targets: readonly Target[],
  options: CheckOptions,
  checker = openFileChecker(options),
): AsyncGenerator<FileResult> {
  const named = inOrder(targets, options);
  const pathsOf = pathsByRoot(named);
  const languages = new Map([...pathsOf].map(([folder, paths]) => [folder, languagesOf(paths)]));
  for (const [index, target] of named.entries()) {
    const { root } = target;
    const workspace = checker.workspaceOf(root);
    const paths = pathsOf.get(root.folder) ?? [];
    for (const language of languages.get(root.folder) ?? []) await workspace.readFacts(language, paths);
    for (const next of named.slice(index + 1, index + readAhead)) {
      // A failure is met again when the file's turn comes.
      if (next.root.folder === root.folder) workspace.load(next.path).catch(() => undefined);
    }
    yield await checker.check(target);
  }
}

export function inOrder(targets: readonly Target[], { names }: Pick<CheckOptions, "names">): readonly NamedTarget[] {
  return targets
    .map((target) => ({ ...target, name: names.toName(target.path) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function openFileChecker(options: CheckOptions): FileChecker {
  const { files, configs, names, maxKept } = options;
  const workspaces = new Map<string, ProjectWorkspace>();
  const known = new Map<string, WorkspaceFacts>();

  const workspaceOf = (root: Root): ProjectWorkspace => {
    const open = workspaces.get(root.folder) ?? options.known?.(root);
    if (open !== undefined) return open;
    const workspace = openWorkspace({ files, configs, root, names, ...(maxKept === undefined ? {} : { maxKept }) });
    const facts = known.get(root.folder);
    if (facts !== undefined) workspace.useFacts(facts);
    workspaces.set(root.folder, workspace);
    // Files come in the order of their paths, so a project that was left is not soon seen again.
    const [oldest] = workspaces.keys();
    if (workspaces.size > mostWorkspaces && oldest !== undefined) workspaces.delete(oldest);
    return workspace;
  };

  return {
    workspaceOf,
    useFacts: (folder, facts) => {
      known.set(folder, facts);
      workspaces.get(folder)?.useFacts(facts);
    },
    check: (target) => checkFile(target, workspaceOf(target.root), options),
  };
}

async function checkFile(
  { path, name }: NamedTarget,
  workspace: ProjectWorkspace,
  options: CheckOptions,
): Promise<FileResult> {
  const { config, folder } = await options.configs.of(parentOf(path) ?? path);
  try {
    const source = await workspace.load(path);
    if (!("form" in source)) return { path: name, skipped: { path: name, ...source } };
    await workspace.prepare(path);
    const unexplained: Finding[] = [];
    const onSuppressed = (finding: Finding, reason: string | undefined): void => {
      if (reason === undefined) unexplained.push(finding);
    };
    const findings = analyze(
      { path: name, form: source.form },
      {
        rules: levels(config, within(folder, path) ?? path, options),
        workspace: workspace.seenFrom(path),
        onRuleError: options.onRuleError,
        ...(options.code === true ? { onSuppressed } : {}),
      },
    );
    const { text, notebook } = source.form;
    return {
      path: name,
      findings,
      text,
      ...(notebook === undefined ? {} : { cells: notebook.filter(isCode).map(plainSpan) }),
      ...(options.code === true ? { code: readCode(name, source.form), unexplained } : {}),
    };
  } catch (error) {
    // Whatever a strange file does to the analysis, the others are checked.
    const detail = `the analysis failed on it: ${error instanceof Error ? error.message : String(error)}`;
    return { path: name, skipped: { path: name, reason: "malformed", detail } };
  }
}

function isCode({ kind }: NotebookPart): boolean {
  return kind === "code";
}

function plainSpan({ cell, start, end }: NotebookPart): CellSpan {
  return { cell, start, end };
}

/** Files that are named one by one say something about their project, even where it ignores them. */
export function pathsByRoot(targets: readonly Target[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, root } of targets) {
    const known = paths.get(root.folder);
    if (known === undefined) paths.set(root.folder, [path]);
    else known.push(path);
  }
  return paths;
}

/** The languages whose files say something about a root of which these files are checked. */
export function languagesOf(paths: readonly string[]): ReadonlySet<Language> {
  return new Set(paths.map((path) => languageOf(path) ?? "python"));
}

const mostWorkspaces = 3;
const readAhead = 8;

function levels(config: Config, path: string, { rules, only }: CheckOptions): ReadonlyMap<Rule, Severity> {
  if (only === undefined) return levelsFor(config, path, rules);
  const configured = levelsFor(config, path, only);
  return new Map(only.map((rule) => [rule, configured.get(rule) ?? rule.meta.severity]));
}
