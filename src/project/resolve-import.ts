import type { Language } from "../syntax/form.js";
import type { Folders } from "./folders.js";
import type { ImportedModule } from "./imports.js";
import { typescriptExtensions } from "./languages.js";
import { joinPath, parentOf, within } from "./paths.js";

/** The file that an import in `from` names, inside `root`; undefined for libraries and for what is not there. */
export async function resolveImport(
  from: string,
  imported: ImportedModule,
  language: Language,
  root: string,
  folders: Folders,
): Promise<string | undefined> {
  const candidates =
    language === "python" ? pythonBases(from, imported, root, folders) : scriptBases(from, imported, root);
  for await (const base of candidates) {
    if (within(root, base) === undefined) continue;
    const found = await (language === "python" ? pythonModule(base, folders) : scriptModule(base, folders));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The paths without an extension where a Python module may be, the likeliest first. */
async function* pythonBases(
  from: string,
  { module, level }: ImportedModule,
  root: string,
  folders: Folders,
): AsyncGenerator<string> {
  const relative = module.replaceAll(".", "/");
  let folder = parentOf(from);
  if (folder === undefined) return;
  if (level > 0) {
    yield joinPath(folder, `${"../".repeat(level - 1)}${relative}`);
    return;
  }
  // Where a package's outermost folder stands is where its imports start; for a script that is its own folder.
  while (folder !== root && (await folders.hasFile(folder, "__init__.py"))) {
    const parent = parentOf(folder);
    if (parent === undefined) break;
    folder = parent;
  }
  const sources = [folder, root, joinPath(root, "src"), joinPath(root, "lib"), joinPath(root, "python")];
  for (const source of new Set(sources)) yield joinPath(source, relative);
}

async function pythonModule(base: string, folders: Folders): Promise<string | undefined> {
  const initial = joinPath(base, "__init__.py");
  if (await folders.isFile(initial)) return initial;
  return (await folders.isFile(`${base}.py`)) ? `${base}.py` : undefined;
}

function scriptBases(from: string, { module }: ImportedModule, root: string): readonly string[] {
  const folder = parentOf(from);
  if (folder !== undefined && /^\.\.?(?:\/|$)/.test(module)) return [joinPath(folder, module)];
  // The short way to the sources that most bundlers are set up with.
  const short = /^[@~]\/(.+)/.exec(module)?.[1];
  return short === undefined ? [] : [joinPath(root, `src/${short}`), joinPath(root, short)];
}

async function scriptModule(base: string, folders: Folders): Promise<string | undefined> {
  // TypeScript sources name the JavaScript that they will become.
  const written = /\.([mc]?)jsx?$/.exec(base);
  const renamed =
    written === null ? [] : [`${base.slice(0, written.index)}.${written[1]}ts`, `${base.slice(0, written.index)}.tsx`];
  const candidates = [
    ...renamed,
    base,
    ...typescriptExtensions.map((extension) => `${base}.${extension}`),
    ...typescriptExtensions.map((extension) => joinPath(base, `index.${extension}`)),
  ];
  for (const path of candidates) {
    if (isScript(path) && (await folders.isFile(path))) return path;
  }
  return undefined;
}

function isScript(path: string): boolean {
  return typescriptExtensions.some((extension) => path.endsWith(`.${extension}`));
}
