import { buildModel, type Model } from "../semantics/model.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";
import { parentOf } from "./paths.js";
import type { Names } from "./root-names.js";
import { openRoots } from "./roots.js";
import type { Unread } from "./sources.js";
import { openWorkspace } from "./workspace.js";

export interface ReadModelOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly names: Names;
}

/** A file's model, seen together with the project that it belongs to, as `check` sees it; or why there is none. */
export async function readModel(path: string, options: ReadModelOptions): Promise<Model | Unread> {
  const { files, names } = options;
  const language = languageOf(path);
  if (language === undefined) return { reason: "unreadable", detail: "it is no Python, TypeScript or JavaScript file" };
  const folder = parentOf(path) ?? path;
  const root = await openRoots(files).of(folder, { folder, isProject: false });
  const workspace = openWorkspace({ ...options, root });
  await workspace.readFacts(language);
  const source = await workspace.load(path);
  if (!("form" in source)) return source;
  await workspace.prepare(path);
  return buildModel({ path: names.toName(path), form: source.form }, workspace.seenFrom(path));
}
