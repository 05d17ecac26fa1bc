import { openFolders } from "../../folders.js";
import type { FileSystem } from "../../file-system.js";
import { joinPath, within } from "../../paths.js";
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
  const found = new Map<string, string>();
  for (const { path, imports, language } of files) {
    for (const module of modulesOf(imports)) {
      const level = /^\.*/.exec(module)?.[0].length ?? 0;
      const named = language === "python" ? { module: module.slice(level), level } : { module, level: 0 };
      const target = await resolveImport(joinPath(root, path), { ...named, names: [] }, language, root, folders);
      const inside = target === undefined ? undefined : within(root, target);
      if (inside !== undefined) found.set(`${path} ${module}`, inside);
    }
  }
  return (from, module) => found.get(`${from} ${module}`);
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
