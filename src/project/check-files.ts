import { analyze } from "../engine/analyze.js";
import { type Config, levelsFor } from "../engine/config.js";
import type { Finding, Rule, Severity } from "../rules/rule.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";
import { parentOf, within } from "./paths.js";
import type { SkippedFile } from "./skipped.js";
import type { Target } from "./targets.js";
import { openWorkspace, type ProjectWorkspace } from "./workspace.js";

/** What became of one file. `path` is the name that findings carry. */
export type FileResult =
  | { readonly path: string; readonly findings: readonly Finding[]; readonly text: string }
  | { readonly path: string; readonly skipped: SkippedFile };

export interface CheckOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly rules: readonly Rule[];
  /** Run exactly these rules, in any preset, even where a configuration turns them off. */
  readonly only?: readonly Rule[];
  readonly names: { readonly toName: (path: string) => string; readonly toPath: (name: string) => string };
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
}

/** Checks files one after the other, in order of their names, each seen together with the project it belongs to. */
export async function* checkFiles(targets: readonly Target[], options: CheckOptions): AsyncGenerator<FileResult> {
  const { files, names, configs } = options;
  const named = targets
    .map((target) => ({ ...target, name: names.toName(target.path) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const workspaces = new Map<string, ProjectWorkspace>();
  const pathsOf = pathsByRoot(named);

  for (const [index, { path, name, root }] of named.entries()) {
    let workspace = workspaces.get(root.folder);
    if (workspace === undefined) {
      workspace = openWorkspace({ files, configs, root, names });
      workspaces.set(root.folder, workspace);
      // Files come in the order of their paths, so a project that was left is not soon seen again.
      const [oldest] = workspaces.keys();
      if (workspaces.size > mostWorkspaces && oldest !== undefined) workspaces.delete(oldest);
    }
    await workspace.readFacts(languageOf(path) ?? "python", pathsOf.get(root.folder));
    for (const next of named.slice(index + 1, index + readAhead)) {
      // A failure is met again when the file's turn comes.
      if (next.root.folder === root.folder) workspace.load(next.path).catch(() => undefined);
    }

    yield await checkFile({ path, name, root }, workspace, options);
  }
}

type NamedTarget = Target & { readonly name: string };

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
    const findings = analyze(
      { path: name, form: source.form },
      {
        rules: levels(config, within(folder, path) ?? path, options),
        workspace,
        onRuleError: options.onRuleError,
      },
    );
    return { path: name, findings, text: source.form.text };
  } catch (error) {
    // Whatever a strange file does to the analysis, the others are checked.
    const detail = `the analysis failed on it: ${error instanceof Error ? error.message : String(error)}`;
    return { path: name, skipped: { path: name, reason: "malformed", detail } };
  }
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

const mostWorkspaces = 3;
const readAhead = 8;

function levels(config: Config, path: string, { rules, only }: CheckOptions): ReadonlyMap<Rule, Severity> {
  if (only === undefined) return levelsFor(config, path, rules);
  const configured = levelsFor(config, path, only);
  return new Map(only.map((rule) => [rule, configured.get(rule) ?? rule.meta.severity]));
}
