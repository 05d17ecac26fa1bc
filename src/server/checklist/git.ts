import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gitArguments, gitEnvironment } from "../../project/git-process.js";

/** Asks git by plumbing alone; undefined where there is no git, no repository, or no answer. Not for folders that are not trusted. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", gitArguments(folder, args), {
      ...{ encoding: "utf8", timeout: 5_000, windowsHide: true },
      env: gitEnvironment(process.env),
    });
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch (error) {
    // Whatever the reason, what git does not say is not shown.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const run = promisify(execFile);

/** The name that git would put on a commit. */
export async function gitPerson(folder: string): Promise<string | undefined> {
  return (
    (await askGit(folder, "config", "--get", "user.name")) ?? (await askGit(folder, "config", "--get", "user.email"))
  );
}

/** The commit that is checked out. */
export function gitCommit(folder: string): Promise<string | undefined> {
  return askGit(folder, "rev-parse", "--verify", "--quiet", "HEAD");
}

/** A branch that others start from. */
export interface BaseBranch {
  readonly name: string;
  /** Where the work at hand left it. */
  readonly commit: string;
}

/** The branch that the origin has checked out, else `main` or `master`; undefined where none of them shares a commit with the work at hand. */
export async function baseBranch(folder: string): Promise<BaseBranch | undefined> {
  const head = await askGit(folder, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  const usual = ["main", "master"].flatMap((name) => [`refs/remotes/origin/${name}`, `refs/heads/${name}`]);
  for (const ref of head === undefined ? usual : [head, ...usual]) {
    const commit = await askGit(folder, "merge-base", "HEAD", ref);
    if (commit !== undefined) return { name: ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, ""), commit };
  }
  return undefined;
}
