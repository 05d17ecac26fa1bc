import type { Configs } from "../project/configs.js";
import { toName } from "./names.js";

/** What is wrong with a run, or with what it was given, goes to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Tells the faults of the configuration files that were read; true when there are any. */
export function sayConfigProblems(configs: Configs): boolean {
  const faulty = configs.seen().filter(({ problems }) => problems.length > 0);
  for (const { file, problems } of faulty) {
    for (const { start, message } of problems) say(`${toName(file ?? "")}:${start.line}:${start.column}: ${message}`);
  }
  return faulty.length > 0;
}

/** An error that nobody expected, with where it comes from. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
