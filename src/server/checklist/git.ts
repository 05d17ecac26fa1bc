import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Asks git by plumbing alone; undefined where there is no git, no repository, or no answer. Not for folders that are not trusted. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, ...harmless, ...args], options);
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch (error) {
    // Whatever the reason, what git does not say is not shown.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const run = promisify(execFile);

/** Nothing that a repository's configuration names is started. */
const harmless = ["-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null"];

const options = {
  encoding: "utf8",
  timeout: 5_000,
  windowsHide: true,
  env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
} as const;

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
