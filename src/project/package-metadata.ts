import type { FileSystem } from "./file-system.js";
import { joinPath } from "./paths.js";

/** The folders beside a module in which distributions describe themselves, as an installer or a build left them. */
export async function metadataFolders(files: FileSystem, folder: string): Promise<readonly string[]> {
  const entries = (await files.list(folder)) ?? [];
  return entries
    .filter(({ name, type }) => type === "directory" && /\.(?:dist|egg)-info$/.test(name))
    .map(({ name }) => name);
}

/** Of these, the files in which the distribution that a module came with names its dependencies. */
export async function metadataOf(
  files: FileSystem,
  folder: string,
  metadata: readonly string[],
  module: string,
): Promise<readonly string[]> {
  // Of the hundreds that are installed, the one of the same name is nearly always the right one.
  const likely = [...metadata].sort((a, b) => Number(isNamedFor(b, module)) - Number(isNamedFor(a, module)));
  for (const name of likely) {
    if (!(await holds(files, joinPath(folder, name), module))) continue;
    return name.endsWith(".dist-info") ? [`${name}/METADATA`] : [`${name}/PKG-INFO`, `${name}/requires.txt`];
  }
  return [];
}

function isNamedFor(metadata: string, module: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[-_.]/g, "");
  return plain(metadata.replace(/(?:-\d.*)?\.(?:dist|egg)-info$/, "")) === plain(module);
}

async function holds(files: FileSystem, metadata: string, module: string): Promise<boolean> {
  const text = async (name: string): Promise<string> => {
    const bytes = await files.read(joinPath(metadata, name));
    return bytes === undefined ? "" : new TextDecoder().decode(bytes);
  };
  if ((await text("top_level.txt")).split(/\s+/).includes(module)) return true;
  const record = `\n${await text("RECORD")}`;
  return ["/", ".py,"].some((end) => record.includes(`\n${module}${end}`));
}
