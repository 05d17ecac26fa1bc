import { createColors } from "picocolors";
import type { Colors } from "../report/text.js";

/** Writes to standard output, and waits where the reader is slower than we are. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === "" || process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

/** `ml-preflight check | head` closes the pipe early: there is nobody left to tell, and nothing is wrong. */
export function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}

/** Colours where a terminal shows them; NO_COLOR and FORCE_COLOR have the first word. */
export function outputColors(env: NodeJS.ProcessEnv, isTerminal: boolean): Colors {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = env;
  if (no !== undefined && no !== "") return createColors(false);
  if (force !== undefined && force !== "") return createColors(force !== "0" && force !== "false");
  // Outside a terminal Node says `undefined`, which `createColors` would take as leave to decide for itself.
  return createColors(isTerminal ? term !== "dumb" : false);
}
