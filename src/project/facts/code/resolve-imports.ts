import { openFolders } from "../../folders.js";
import type { FileSystem } from "../../file-system.js";
import { joinPath, parentOf, within } from "../../paths.js";
import { resolveImport } from "../../resolve-import.js";
import type { CodeFile } from "../code-facts.js";
import type { ResolveImport } from "./link-code.js";

/** Looks up where the imports of files lead, so that it can then be asked at once. */
export async function resolveImports(
  files: readonly CodeFile[],
  fileSystem: FileSystem,
  root: string,
): Promise<ResolveImport> {
  const folders = openFolders(fileSystem);
  const inPackages = packagesOf(files);
  const found = new Map<string, string>();
  /** The files of a folder see the same. */
  const known = new Map<string, string | undefined>();
  for (const { path, imports, language } of files) {
    for (const module of modulesOf(imports)) {
      const level = /^\.*/.exec(module)?.[0].length ?? 0;
      const named = language === "python" ? { module: module.slice(level), level } : { module, level: 0 };
      const from = joinPath(root, path);
      const key = `${language} ${parentOf(from) ?? ""} ${module}`;
      if (!known.has(key)) known.set(key, await resolveImport(from, { ...named, names: [] }, language, root, folders));
      const target = known.get(key);
      const inside = target === undefined ? inPackages(named) : within(root, target);
      if (inside !== undefined) found.set(`${path} ${module}`, inside);
    }
  }
  return (from, module) => found.get(`${from} ${module}`);
}

/**
 * Packages of a monorepo are installed beside each other: `shop_features.encode` may be
 * `packages/features/src/shop_features/encode.py`. Only a package of which there is one is told.
 */
function packagesOf(
  files: readonly CodeFile[],
): (imported: { readonly module: string; readonly level: number }) => string | undefined {
  const paths = new Set(
    files.filter(({ role, language }) => role === "source" && language === "python").map(({ path }) => path),
  );
  const roots = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, folder, name] = /^(.*\/|)([^/]+)\/__init__\.py$/.exec(path) ?? [];
    if (folder === undefined || name === undefined || paths.has(`${folder}__init__.py`)) continue;
    roots.set(name, (roots.get(name) ?? new Set()).add(folder));
  }
  return ({ module, level }) => {
    const [top = ""] = module.split(".");
    const [root, other] = level > 0 ? [] : (roots.get(top) ?? []);
    if (root === undefined || other !== undefined) return undefined;
    const base = root + module.replaceAll(".", "/");
    return [`${base}.py`, `${base}/__init__.py`].find((path) => paths.has(path));
  };
}

/** Every dotted path that may name a module: `from a.b import c` may mean `a.b.c`, and runs `a` too. */
export function modulesOf(imports: CodeFile["imports"]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { module, names } of imports) {
    found.add(module);
    for (const part of parents(module)) found.add(part);
    for (const name of names) if (name !== "*") found.add(/^\.*$/.test(module) ? module + name : `${module}.${name}`);
  }
  return found;
}

/** `a` and `a.b` for `a.b.c`; what is not a dotted name of Python has no parents. */
function parents(module: string): readonly string[] {
  if (module.startsWith(".") || module.includes("/")) return [];
  const parts = module.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}
