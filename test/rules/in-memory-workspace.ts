import { posix } from "node:path";
import { emptyWorkspace, type Workspace, type WorkspaceFacts } from "../../src/semantics/workspace.js";
import { read } from "./read.js";

/** A workspace of a few files that exist in a test only. Their paths count from its root. */
export function inMemoryWorkspace(
  files: Readonly<Record<string, string>>,
  facts: Partial<WorkspaceFacts> = {},
): Workspace {
  const documents = new Map(Object.entries(files).map(([path, text]) => [path, read(path, text)]));
  return {
    text: (path) => files[path],
    resolve: (from, module, level) =>
      candidates(from, module, level)
        .map((path) => documents.get(path))
        .find((document) => document !== undefined),
    facts: { ...emptyWorkspace.facts, ...facts },
  };
}

/** The paths at which an import may find its module, the likeliest first. */
function candidates(from: string, module: string, level: number): string[] {
  const folder = posix.dirname(from);
  if (!from.endsWith(".py")) {
    const base = posix.join(folder, module.replace(/\.js$/, ""));
    return module.startsWith(".") ? [`${base}.ts`, `${base}.js`, `${base}/index.ts`] : [];
  }
  const path = module.replaceAll(".", "/");
  // One dot is the folder of the file, each further one the folder above; without a dot, scripts find their neighbours.
  const folders = level > 0 ? [posix.join(folder, "../".repeat(level - 1))] : [folder, "."];
  return folders.map((start) => posix.join(start, path)).flatMap((base) => [`${base}.py`, `${base}/__init__.py`]);
}
