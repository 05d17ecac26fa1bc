import { readTorchVersion, torchVersionIn } from "./dependencies.js";
import type { FileSystem } from "./file-system.js";
import { metadataFolders, metadataOf } from "./package-metadata.js";
import { joinPath, nameOf, parentOf, within } from "./paths.js";
import type { VersionBound } from "./version-bounds.js";

/** Which torch the files under a root are written for, each folder looked into once. */
export interface TorchVersions {
  /** What the project says that a file belongs to: the nearest folder above it that says anything. */
  of(path: string): Promise<VersionBound | undefined>;
  /** The same, of a file that was asked for before. */
  known(path: string): VersionBound | undefined;
  /** Dependency files came, changed or went. */
  forget(): void;
}

export function openTorchVersions(files: FileSystem, root: string): TorchVersions {
  const projects = new Map<string, ReturnType<typeof readProject>>();
  const asked = new Map<string, Promise<VersionBound | undefined>>();
  const found = new Map<string, VersionBound | undefined>();

  const projectIn = (folder: string): ReturnType<typeof readProject> => {
    let project = projects.get(folder);
    if (project === undefined) projects.set(folder, (project = readProject(files, folder)));
    return project;
  };

  const versionOf = (path: string): Promise<VersionBound | undefined> => {
    let version = asked.get(path);
    if (version === undefined) asked.set(path, (version = findVersion(path)));
    return version;
  };

  const findVersion = async (path: string): Promise<VersionBound | undefined> => {
    const folder = parentOf(path);
    if (folder === undefined) return undefined;
    const { version, metadata, isPackage } = await projectIn(folder);
    if (version !== undefined) return version;
    const module = nameOf(path).replace(/\.\w+$/, "");
    const names = metadata.length === 0 ? [] : await metadataOf(files, folder, metadata, module);
    const described = await torchVersionIn(files, folder, names);
    if (described !== undefined) return described;
    // What a package depends on is said beside it, even where the package alone is checked.
    const isBelow = folder !== root && within(root, folder) !== undefined;
    return isBelow || isPackage ? versionOf(folder) : undefined;
  };

  return {
    of: async (path) => {
      const version = await versionOf(path);
      found.set(path, version);
      return version;
    },
    known: (path) => found.get(path),
    forget: () => {
      projects.clear();
      asked.clear();
      found.clear();
    },
  };
}

async function readProject(files: FileSystem, folder: string) {
  return {
    version: await readTorchVersion(files, folder),
    metadata: await metadataFolders(files, folder),
    isPackage: (await files.stat(joinPath(folder, "__init__.py"))) !== undefined,
  };
}
