import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { FileSystem } from "../project/file-system.js";
import { readTree, treeFileSystem } from "../project/git-tree.js";
import { joinPath, upwards } from "../project/paths.js";
import { nodeFileSystem as disk } from "./node-file-system.js";
import { openObjects } from "./checklist-objects.js";

/** The files of a project as a commit has them. */
export interface OldFiles {
  readonly files: FileSystem;
  close(): void;
}

/**
 * Opens the files of a folder as they were at a git ref. Git's plumbing reads the objects: nothing is checked out, and
 * none of the repository's hooks and filters run. Fails with what to tell the user.
 */
export async function openOldFiles(folder: string, ref: string): Promise<OldFiles> {
  const top = await repositoryOf(folder);
  if (top === undefined) throw new Error(`${folder} is not in a git repository.`);
  const objects = openObjects(startGit(top, ["cat-file", "--batch"]));
  try {
    const commit = /[\r\n\0]/.test(ref) ? undefined : await objects.read(`${ref}^{commit}`);
    if (commit === undefined) throw new Error(`git knows no commit \`${ref}\`.`);
    const tree = await outputOf(startGit(top, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit.object]));
    const read = async (object: string): Promise<Uint8Array | undefined> => (await objects.read(object))?.content;
    return { files: treeFileSystem(top, readTree(tree), read, disk), close: () => objects.close() };
  } catch (error) {
    objects.close();
    throw error;
  }
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (const path of upwards(folder)) if ((await disk.stat(joinPath(path, ".git"))) !== undefined) return path;
  return undefined;
}

function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  // Inside a hook, git says by these which repository it is about; here the folder says it.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...env } = process.env;
  return spawn("git", ["-C", folder, "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", ...args], {
    // What a partial clone left out stays out: nothing is asked of a network.
    env: { ...env, GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
}

/** All that a process prints. Fails with what it has to complain about. */
async function outputOf(child: ChildProcessWithoutNullStreams): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (code !== 0) throw new Error(complaint.trim() || `git ended with ${String(code)}.`);
  return Buffer.concat(chunks);
}
