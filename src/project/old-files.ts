import type { FileSystem } from "./file-system.js";
import { openObjects } from "./git-objects.js";
import { gitArguments, gitOutput, type StartGit } from "./git-process.js";
import { readTree, treeFileSystem } from "./git-tree.js";
import { joinPath, upwards } from "./paths.js";

/** The files of a project as a commit has them. */
export interface OldFiles {
  readonly files: FileSystem;
  close(): void;
}

/** The disk, and git as the shell starts it. */
export interface OldFilesFrom {
  readonly disk: FileSystem;
  readonly startGit: StartGit;
}

/**
 * Opens the files of a folder as they were at a git ref. Git's plumbing reads the objects: nothing is checked out, and
 * none of the repository's hooks and filters run. Fails with what to tell the user.
 */
export async function openOldFiles(folder: string, ref: string, { disk, startGit }: OldFilesFrom): Promise<OldFiles> {
  const top = await repositoryOf(folder, disk);
  if (top === undefined) throw new Error(`${folder} is not in a git repository.`);
  const objects = openObjects(top, startGit);
  try {
    const commit = /[\r\n\0]/.test(ref) ? undefined : await objects.read(`${ref}^{commit}`);
    if (commit === undefined) throw new Error(`git knows no commit \`${ref}\`.`);
    const args = gitArguments(top, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit.object]);
    const tree = readTree(await gitOutput(startGit, args));
    const read = async (object: string): Promise<Uint8Array | undefined> => (await objects.read(object))?.content;
    return { files: treeFileSystem(top, tree, read, disk), close: () => objects.close() };
  } catch (error) {
    objects.close();
    throw error;
  }
}

async function repositoryOf(folder: string, disk: FileSystem): Promise<string | undefined> {
  for (const path of upwards(folder)) if ((await disk.stat(joinPath(path, ".git"))) !== undefined) return path;
  return undefined;
}
