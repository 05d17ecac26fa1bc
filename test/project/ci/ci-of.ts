import { strict as assert } from "node:assert";
import { isGating, testRuns } from "../../../src/project/ci/queries.js";
import { type Ci, readCi } from "../../../src/project/ci/read-ci.js";
import { type Run } from "../../../src/project/ci/resolve.js";
import { type MemoryFile, memoryFileSystem } from "../memory-file-system.js";

export type Files = Readonly<Record<string, MemoryFile>>;

/** A project in one line: its files, and what its CI runs as tests. */
export interface Case {
  readonly name: string;
  readonly files: Files;
  /** Each run as `argv` when it gates, else as `argv !kind,kind`. */
  readonly runs: readonly string[];
  /** What has to be told as unknown; nothing when left out. */
  readonly unknown?: readonly RegExp[];
}

export function ciOf(files: Files): Promise<Ci> {
  const absolute: Record<string, MemoryFile> = {};
  for (const [path, content] of Object.entries(files)) absolute[`/p/${path}`] = content;
  return readCi({ files: memoryFileSystem(absolute), root: "/p" });
}

export function shown(run: Run): string {
  const words = run.argv.join(" ");
  return isGating(run) ? words : `${words} !${[...new Set(run.breaks.map(({ kind }) => kind))].join(",")}`;
}

/** Makes a test of each case. */
export function checkCases(cases: readonly Case[]): void {
  for (const { name, files, runs, unknown = [] } of cases) {
    it(name, async () => {
      const ci = await ciOf(files);
      assert.deepEqual(testRuns(ci).map(shown), runs);
      const told = ci.unknowns.map(({ detail }) => detail);
      assert.equal(told.length, unknown.length, told.join("\n"));
      unknown.forEach((pattern, index) => assert.match(told[index] ?? "", pattern));
    });
  }
}

/** A GitHub workflow that runs some commands in one step. */
export function githubStep(script: string, step = "", job = ""): Files {
  const lines = script.split("\n").map((line) => `          ${line}`);
  const text = [
    "on: push",
    "jobs:",
    "  test:",
    "    runs-on: ubuntu-latest",
    ...(job === "" ? [] : job.split("\n").map((line) => `    ${line}`)),
    "    steps:",
    "      - run: |",
    ...lines,
    ...(step === "" ? [] : step.split("\n").map((line) => `        ${line}`)),
    "",
  ].join("\n");
  return { ".github/workflows/ci.yml": text };
}

/** A workflow that runs a command, beside other files. */
export function follows(
  name: string,
  script: string,
  files: Files,
  runs: readonly string[],
  ...unknown: readonly RegExp[]
): Case {
  return { name, files: { ...githubStep(script), ...files }, runs, unknown };
}

/** A project with a file of some system, and others. */
export function system(name: string, files: Files, runs: readonly string[], ...unknown: readonly RegExp[]): Case {
  return { name, files, runs, unknown };
}

export function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}
