import type { CiFiles } from "../ci-files.js";
import { programOf } from "../command.js";
import type { Script } from "../model.js";
import { fileAt } from "../tool.js";
import { readScript } from "./read-script.js";
import type { Scope } from "./scope.js";

const mostSources = 20;

/** A script is read again with what it sources, until nothing more of the project is sourced. */
export async function readWithSources(
  { pieces, shell }: Script,
  scope: Scope,
  files: CiFiles,
): Promise<ReturnType<typeof readScript>> {
  const sources = new Map<string, string>();
  for (;;) {
    const reading = readScript(pieces, shell, scope, sources);
    const before = sources.size;
    for (const call of reading.commands) {
      const program = programOf(call);
      const path = program === "source" || program === "." ? fileAt(call.words[1]?.text ?? "", call) : undefined;
      if (path === undefined || sources.has(path) || sources.size > mostSources || !/\.(?:sh|bash)$/.test(path))
        continue;
      const text = await files.text(path);
      if (text !== undefined) sources.set(path, text);
    }
    if (sources.size === before) return reading;
  }
}
