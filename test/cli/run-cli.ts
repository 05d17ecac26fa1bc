import assert from "node:assert/strict";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Finding } from "../../src/rules/rule.js";
import type { SkippedFile } from "../../src/project/skipped.js";

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What `--format json` prints. */
export interface JsonOutput {
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly files: { readonly checked: number; readonly skipped: readonly SkippedFile[] };
}

/** Runs the built command line tool as a process. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = startCli(args, options);
  const [stdout, stderr, code] = await Promise.all([collect(child.stdout), collect(child.stderr), exitCode(child)]);
  return { code, stdout, stderr };
}

export function startCli(args: readonly string[], { cwd, env }: CliOptions = {}): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const cli = resolve(process.env.DIST ?? "dist", "cli.js");
  return spawn(process.execPath, [cli, ...args], { cwd, env: { ...inherited, ...env } });
}

export function exitCode(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((done, fail) => child.on("error", fail).on("exit", done));
}

/** Runs `check --format json`, which must not have anything to complain about. */
export async function checkJson(
  args: readonly string[],
  options: CliOptions,
): Promise<JsonOutput & { code: number | null }> {
  const { code, stdout, stderr } = await runCli(["check", "--format", "json", ...args], options);
  assert.equal(stderr, "");
  return { ...(JSON.parse(stdout) as JsonOutput), code };
}

/** A folder of a test's own, with these files in it; it is removed when the test's suite ends. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "ml-preflight-cli-")));
  made.push(folder);
  await addFiles(folder, files);
  return folder;
}

export async function addFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

const made: string[] = [];

after(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
