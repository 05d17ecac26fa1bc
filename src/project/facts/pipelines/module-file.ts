import { joinPath, parentOf } from "../../paths.js";

/** The file of a Python module of the project, looked for in a folder, in those above it, where sources usually lie, and in the packages of a monorepo. */
export function moduleFile(module: string, folder: string, files: ReadonlySet<string>): readonly string[] {
  if (!/^\w+(?:\.\w+)*$/.test(module)) return [];
  const path = module.replaceAll(".", "/");
  for (const base of [...upTo(folder), "src", "lib", "python", "dags", "plugins"]) {
    for (const end of [".py", "/__main__.py", "/__init__.py"]) {
      const file = joinPath(base, `${path}${end}`);
      if (files.has(file)) return [file];
    }
  }
  // A package of a monorepo lies deeper, and is installed from there; a name without a dot could be anybody's.
  if (!path.includes("/")) return [];
  const namesakes = [...files].filter((file) => file.endsWith(`/${path}.py`) || file.endsWith(`/${path}/__main__.py`));
  return namesakes.length === 1 ? namesakes : [];
}

function* upTo(folder: string): Iterable<string> {
  for (let at: string | undefined = folder; at !== undefined && at !== ""; at = parentOf(at)) yield at;
  yield "";
}
