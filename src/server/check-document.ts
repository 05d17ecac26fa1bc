import { analyze, type AnalyzeOptions } from "../engine/analyze.js";
import { defaultConfig, isExcluded, levelsFor } from "../engine/config.js";
import type { FolderConfig } from "../project/configs.js";
import type { Change } from "../project/file-index.js";
import { importedModules } from "../project/imports.js";
import { parseSource } from "../project/parse.js";
import { nameOf, within } from "../project/paths.js";
import { isForeign } from "../project/walk.js";
import { rules } from "../rules/index.js";
import type { Finding } from "../rules/rule.js";
import { emptyWorkspace } from "../semantics/workspace.js";
import type { FormModule, Language } from "../syntax/form.js";
import { notebookForm } from "../syntax/notebook/notebook-form.js";
import { isNotebookDocument, type OpenDocument } from "./documents.js";
import { contentOf, withFile } from "./notebooks.js";
import type { Project, Projects } from "./projects.js";
import { pathOf } from "./uris.js";

/** What became of one version of an open document or notebook. */
export type Outcome =
  | {
      readonly state: "analysed";
      readonly findings: readonly Finding[];
      readonly form: FormModule;
      /** The path that the findings carry. */
      readonly name: string;
      /** The addresses of a notebook's cells, in order. */
      readonly cells?: readonly string[];
      readonly project: Project | undefined;
      readonly milliseconds: number;
    }
  | { readonly state: "excluded" | "skipped"; readonly reason: string };

export interface CheckContext {
  readonly projects: Projects;
  readonly onRuleError: AnalyzeOptions["onRuleError"];
  readonly onConfig: (config: FolderConfig) => void;
  /** False when the document was changed or closed meanwhile, so that nobody waits for the answer. */
  readonly isWanted: () => boolean;
  /** Called when the document's text is another one than other files were seen with. */
  readonly onChange: (project: Project, path: string, change: Change) => void;
  /** What the rules about whole projects found in a file, as its text is now. */
  readonly ofProject: (path: string, text: string) => readonly Finding[];
  /** Called when imported files took too long to be waited for, and are there now. */
  readonly onLateImports: () => void;
}

/** Analyses a document or a notebook as it is now; undefined when the answer is not wanted any more. */
export async function checkDocument(document: OpenDocument, context: CheckContext): Promise<Outcome | undefined> {
  const { projects, onRuleError, onConfig, onChange, isWanted } = context;
  const { text, language, cells, parse } = contentNow(document);
  const path = pathOf(document.uri);
  const governing = path === undefined ? undefined : await projects.configOf(path);
  const config = governing?.config ?? defaultConfig;
  if (governing !== undefined) onConfig(governing);
  const pathInConfig = path === undefined || governing === undefined ? "" : (within(governing.folder, path) ?? path);
  if (isExcluded(config, pathInConfig)) {
    return { state: "excluded", reason: `${governing?.file ?? "The configuration"} excludes this file.` };
  }
  const project = path === undefined ? undefined : await projects.of(path);
  const name = path === undefined || project === undefined ? virtualName(document) : project.toName(path);
  if (isForeign(name)) return { state: "excluded", reason: "This file belongs to an installed package." };
  const obstacle = whyNot(text, config.maxFileSize);
  if (obstacle !== undefined) return { state: "skipped", reason: obstacle };

  const parseStart = performance.now();
  const form = await parse(name);
  const parseTime = performance.now() - parseStart;
  if (!isWanted()) return undefined;
  if (path !== undefined && project !== undefined) {
    const change = project.workspace.put(path, form);
    if (change.content || change.facts) onChange(project, path, change);
    await prepareImports(project, path, context);
    if (!isWanted()) return undefined;
  }

  const analyzeStart = performance.now();
  const workspace = path === undefined ? undefined : project?.workspace.seenFrom(path);
  const findings = analyze(
    { path: name, form },
    { rules: levelsFor(config, pathInConfig, rules), workspace: workspace ?? emptyWorkspace, onRuleError },
  );
  const milliseconds = parseTime + performance.now() - analyzeStart;
  if (usesKnownLibrary(form)) project?.readFacts(language);
  const others = path === undefined || cells.cells !== undefined ? [] : context.ofProject(path, form.text);
  const all = others.length === 0 ? findings : [...findings, ...others].sort(byPlace);
  return { state: "analysed", findings: all, form, name, ...cells, project, milliseconds };
}

function byPlace(a: Finding, b: Finding): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

/** What an open document holds. It may be another one after every wait, so everything of it is taken at once. */
function contentNow(document: OpenDocument): {
  readonly text: string;
  readonly language: Language;
  readonly cells: { readonly cells?: readonly string[] };
  readonly parse: (name: string) => Promise<FormModule>;
} {
  if (isNotebookDocument(document)) {
    const notebook = contentOf(document);
    return {
      text: notebook.cells.map((cell) => cell.text).join("\n"),
      language: "python",
      cells: { cells: document.cells.map((cell) => cell.document.uri) },
      parse: async () => notebookForm(await withFile(notebook, document)),
    };
  }
  const text = document.getText();
  const language: Language = document.languageId === "python" ? "python" : "typescript";
  return { text, language, cells: {}, parse: (name) => parseSource(text, name, language) };
}

/** Imported files are few and mostly in memory, so they are waited for, but not long. */
async function prepareImports(project: Project, path: string, context: CheckContext): Promise<void> {
  const prepared = project.workspace.prepare(path).then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const inTime = await Promise.race([prepared, late]);
  clearTimeout(timer);
  if (!inTime) void prepared.then(context.onLateImports);
}

/** In milliseconds; below what one notices when a file is opened. */
const patience = 250;

/** The same reasons as on the command line. */
function whyNot(text: string, maxFileSize: number): string | undefined {
  const size = Buffer.byteLength(text);
  if (size > maxFileSize) {
    const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
    return `Too large: ${megabytes(size)}, the limit is ${megabytes(maxFileSize)} (maxFileSize).`;
  }
  const nul = text.indexOf("\0");
  return nul < 0 ? undefined : `Binary: a NUL character at offset ${nul}.`;
}

/** A project is only read as a whole when one of its open files uses a library that some rule is about. */
function usesKnownLibrary(form: FormModule): boolean {
  return importedModules(form).some(({ module }) => knownLibraries.some((name) => isPartOf(module, name)));
}

function isPartOf(module: string, library: string): boolean {
  return module === library || module.startsWith(`${library}.`) || module.startsWith(`${library}/`);
}

const knownLibraries = [...new Set(rules.flatMap(({ meta }) => meta.libraries))];

/** A document that is not on this disk: its name and language say what a path would. */
function virtualName(document: OpenDocument): string {
  const name = nameOf(decodeURIComponent(document.uri)).replace(/^[\w-]+:/, "");
  const extension = isNotebookDocument(document) ? "ipynb" : (extensions[document.languageId] ?? "py");
  return `${name.replace(/\.[^.]*$/, "")}.${extension}`;
}

const extensions: Readonly<Record<string, string>> = {
  python: "py",
  typescript: "ts",
  typescriptreact: "tsx",
  javascript: "js",
  javascriptreact: "jsx",
  vue: "vue",
  svelte: "svelte",
};
