import { dependencyReader } from "./dependency-files.js";
import type { FileSystem } from "./file-system.js";
import { joinPath } from "./paths.js";
import { leastVersion, lowerBound, type VersionBound } from "./version-bounds.js";

/** The least torch version that the dependency files of a project allow; undefined when they do not say. */
export async function readTorchVersion(files: FileSystem, root: string): Promise<VersionBound | undefined> {
  const names = [...(await fileNames(files, root, "")), ...(await fileNames(files, root, "requirements/"))];
  return torchVersionIn(files, root, names);
}

/** The same, of some files of a folder alone. */
export async function torchVersionIn(
  files: FileSystem,
  folder: string,
  names: readonly string[],
): Promise<VersionBound | undefined> {
  const specifiers = await Promise.all(names.map((name) => specifiersIn(files, folder, name)));
  return leastVersion(specifiers.flat().flatMap((specifier) => lowerBound(specifier) ?? []));
}

async function specifiersIn(files: FileSystem, folder: string, name: string): Promise<readonly string[]> {
  const read = dependencyReader(name);
  const bytes = read === undefined ? undefined : await files.read(joinPath(folder, name));
  if (read === undefined || bytes === undefined || bytes.length > largestFile) return [];
  return read(new TextDecoder().decode(bytes));
}

/** A lock file of a large project has a megabyte or two. */
const largestFile = 20_000_000;

async function fileNames(files: FileSystem, root: string, folder: string): Promise<string[]> {
  const entries = (await files.list(joinPath(root, folder))) ?? [];
  return entries
    .filter(({ type }) => type === "file")
    .map(({ name }) => folder + name)
    .sort();
}
