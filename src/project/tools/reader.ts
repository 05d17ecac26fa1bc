import type { FormModule } from "../../syntax/form.js";
import { LineIndex } from "../../syntax/line-index.js";
import type { FileSystem } from "../file-system.js";
import { openFolders } from "../folders.js";
import { globTable } from "./glob-table.js";
import { languageOf } from "../languages.js";
import { within } from "../paths.js";
import { resolveImport } from "../resolve-import.js";
import type { ProjectWorkspace } from "../workspace.js";
import { blankComments } from "./blank-comments.js";
import { ciTraces, commandGlobs } from "./ci-commands.js";
import { codeTraces, topModules } from "./code-traces.js";
import { declarationReader } from "./declared.js";
import type { Detectors } from "./detectors.js";
import { type Found, isTestPath, type ToolTrace } from "./trace.js";
import { findWords } from "./words.js";

/** Reads the traces of tools in one file. */
export interface TraceReader {
  /** Does anything about a file matter, going by its path? Most files of a project are data. */
  matters(path: string): boolean;
  file(path: string): Promise<FileTraces>;
  folder(path: string): readonly ToolTrace[];
  /** Files came or went, which can change whose module a name is. */
  moved(): void;
}

export interface FileTraces {
  readonly traces: readonly ToolTrace[];
  /** The modules named like a tool's that the file imports, whether they are the tool's or the project's own. */
  readonly modules: ReadonlySet<string>;
}

export interface TraceReaderOptions {
  readonly files: FileSystem;
  readonly root: string;
  readonly workspace: Pick<ProjectWorkspace, "glance">;
  readonly detectors: Detectors;
}

/** Manifests and scripts are small; what is larger is data under one of their names. */
const largestText = 1_000_000;

export function openTraceReader({ files, root, workspace, detectors }: TraceReaderOptions): TraceReader {
  let folders = openFolders(files);
  const holdsCommands = globTable([{ globs: commandGlobs, value: true }]);

  const placed = (path: string, text: string, found: readonly Found[]): readonly ToolTrace[] => {
    const inTest = isTestPath(within(root, path) ?? path);
    const lines = new LineIndex(text);
    const seen = new Set<string>();
    return found.flatMap(({ tool, kind, span, what }) => {
      const key = `${tool} ${kind} ${what}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ tool, kind, path, range: lines.range(span), what, inTest }];
    });
  };

  const byName = (path: string, tools: readonly string[]): readonly ToolTrace[] => {
    const what = within(root, path) ?? path;
    return tools.map((tool) => ({ tool, kind: "file", path, range: undefined, what, inTest: isTestPath(what) }));
  };

  /** The modules that are files of the project: `import datasets` is no sign of a library where `datasets.py` lies beside it. */
  const oursAmong = async (path: string, modules: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
    const ours = new Set<string>();
    for (const module of modules) {
      const imported = { module, level: 0, names: [] };
      if ((await resolveImport(path, imported, "python", root, folders)) !== undefined) ours.add(module);
    }
    return ours;
  };

  const ofCode = async (path: string): Promise<FileTraces> => {
    const words = detectors.contents(within(root, path) ?? path);
    const declarations = declarationReader(path);
    const mayTell = (text: string): boolean =>
      declarations !== undefined ||
      mayImport(text) ||
      words.some((one) => one.words.some((word) => text.includes(word)));
    const form = await workspace.glance(path, mayTell);
    if (form === undefined) return nothing;
    const modules = toolModules(form);
    const found = codeTraces(form, detectors, words, await oursAmong(path, modules));
    return { traces: placed(path, form.text, [...found, ...declared(declarations?.(form.text) ?? [])]), modules };
  };

  const importPattern = /^[ \t]*(?:import|from)[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)/gm;
  /** Quick, for a text that is not parsed: false when no import of a tool can be in it. */
  const mayImport = (text: string): boolean =>
    /\b(?:require\(|from\s*["']|import\s*["'])/.test(text) ||
    [...text.matchAll(importPattern)].some(([, names = ""]) =>
      names.split(",").some((name) => detectors.modules.has(name.trim().split(".")[0] ?? "")),
    );

  const toolModules = (form: FormModule): ReadonlySet<string> =>
    new Set(form.language === "python" ? [...topModules(form)].filter((name) => detectors.modules.has(name)) : []);

  const declared = (all: ReturnType<NonNullable<ReturnType<typeof declarationReader>>>): readonly Found[] =>
    all.flatMap(({ kind, name, extras, span, what }) =>
      (kind === "npm" ? detectors.npm(name) : detectors.distribution(name, extras)).map((tool): Found => ({
        tool,
        kind: "dependency",
        span,
        what,
      })),
    );

  const ofText = async (path: string): Promise<readonly ToolTrace[]> => {
    const name = within(root, path) ?? path;
    const words = detectors.contents(name);
    const declarations = declarationReader(name);
    const commands = holdsCommands(name).length > 0;
    if (words.length === 0 && declarations === undefined && !commands) return [];
    const stat = await files.stat(path);
    if (stat?.type !== "file" || stat.size > largestText) return [];
    const bytes = await files.read(path);
    if (bytes === undefined) return [];
    const text = new TextDecoder().decode(bytes);
    return placed(path, text, [
      ...findWords(blankComments(text, path), words, "content"),
      ...(declarations === undefined ? [] : declared(declarations(text))),
      ...(commands ? ciTraces(text, path, detectors.ci) : []),
    ]);
  };

  return {
    matters: (path) => {
      const name = within(root, path) ?? path;
      return (
        languageOf(path) !== undefined ||
        detectors.file(name).length > 0 ||
        detectors.contents(name).length > 0 ||
        declarationReader(name) !== undefined ||
        holdsCommands(name).length > 0
      );
    },
    file: async (path) => {
      const { traces, modules } =
        languageOf(path) === undefined ? { ...nothing, traces: await ofText(path) } : await ofCode(path);
      return { traces: [...traces, ...byName(path, detectors.file(within(root, path) ?? path))], modules };
    },
    folder: (path) => byName(path, detectors.folder(within(root, path) ?? path)),
    moved: () => {
      folders = openFolders(files);
    },
  };
}

const nothing: FileTraces = { traces: [], modules: new Set() };
