import { mlLibraries } from "../../knowledge/ml-libraries.js";
import type { FormModule } from "../../syntax/form.js";
import { LineIndex } from "../../syntax/line-index.js";
import type { Span } from "../../syntax/span.js";
import { type Ci, readCi } from "../ci/read-ci.js";
import type { Configs } from "../configs.js";
import { decodeSource } from "../decode.js";
import type { FileSystem } from "../file-system.js";
import type { TextMemory } from "../facts/per-text.js";
import { languageOf } from "../languages.js";
import { parseFile } from "../parse.js";
import { joinPath, within } from "../paths.js";
import type { Root } from "../roots.js";
import { type Walked, walkAll } from "../walk.js";
import { mentionsMachineLearning } from "./mentions-ml.js";

/** A project as the rules about whole projects see it: its files as they are on the disk, each read once. Paths count from the root. */
export interface ProjectView {
  /** All files that are neither ignored nor excluded, in order. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Undefined for what is too large to be written by hand, no text, or cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** A file of code, parsed; undefined when it cannot be read. */
  form(path: string): Promise<FormModule | undefined>;
  /** What was made of texts before. */
  readonly memory: TextMemory | undefined;
  ci(): Promise<Ci>;
  /** The path from the root of one that is absolute, as continuous integration has them. */
  nameOf(absolute: string): string | undefined;
  /** Does anything in it use a library of machine learning? */
  isMachineLearning(): Promise<boolean>;
}

/** What is larger is data, whatever its name. */
const largestText = 1_000_000;
/** Where so many files in a row do not name a library of machine learning, the project is about something else. */
const mostAsked = 2_000;

export interface ProjectViewOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly root: Root;
  /** The files of the root, where somebody has listed them already. */
  readonly walked?: Walked | undefined;
  readonly memory?: TextMemory | undefined;
}

export async function openProjectView(options: ProjectViewOptions): Promise<ProjectView> {
  const { files, configs, root, memory } = options;
  const walked = options.walked ?? (await walkAll(root.folder, { files, configs }));
  const paths = walked.paths.map((path) => within(root.folder, path) ?? path);
  const known = new Set(paths);

  const read = async (path: string): Promise<string | undefined> => {
    const full = joinPath(root.folder, path);
    const stat = within(root.folder, full) === undefined ? undefined : await files.stat(full);
    if (stat?.type !== "file" || stat.size > largestText) return undefined;
    const bytes = await files.read(full);
    const decoded = bytes === undefined ? undefined : decodeSource(bytes, languageOf(path) ?? "typescript");
    return decoded !== undefined && "text" in decoded ? decoded.text : undefined;
  };
  const texts = new Map<string, Promise<string | undefined>>();
  const readOnce = (path: string): Promise<string | undefined> => {
    // Code is read as a whole by others, and there is much of it.
    if (languageOf(path) !== undefined) return read(path);
    const text = texts.get(path) ?? read(path);
    texts.set(path, text);
    return text;
  };

  let ci: Promise<Ci> | undefined;
  let isMachineLearning: Promise<boolean> | undefined;
  const view: ProjectView = {
    ...{ paths, memory },
    has: (path) => known.has(path),
    read: readOnce,
    form: async (path) => {
      const text = await read(path);
      const form = text === undefined ? undefined : await parseFile(text, path);
      return form !== undefined && "body" in form ? form : undefined;
    },
    ci: () => (ci ??= readCi({ files, root: root.folder })),
    nameOf: (absolute) => within(root.folder, absolute),
    isMachineLearning: () => (isMachineLearning ??= usesMachineLearning(view)),
  };
  return view;
}

async function usesMachineLearning(view: ProjectView): Promise<boolean> {
  const asked = view.paths.filter((path) => languageOf(path) !== undefined).slice(0, mostAsked);
  for (const path of asked) {
    const text = await view.read(path);
    if (text !== undefined && mentionsMachineLearning(text, mlLibraries)) return true;
  }
  return false;
}

/** What stands on a line of a text, without the space around it. Lines count from 1. */
export function lineSpan(text: string, line: number): Span {
  const start = new LineIndex(text).offset({ line, column: 1 });
  const content = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const indent = content.length - content.trimStart().length;
  return { start: start + indent, end: start + Math.max(indent, content.trimEnd().length) };
}
