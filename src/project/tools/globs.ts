import type { Tool } from "../../guide/content.js";
import { commandGlobs } from "./ci-commands.js";
import { declarationGlobs } from "./declared.js";

/** Globs of all files and folders, besides programs, in which tools leave traces. */
export function toolGlobs(tools: readonly Tool[]): readonly string[] {
  const own = tools.flatMap(({ detect }) => [...detect.files, ...detect.contents.flatMap(({ files }) => files)]);
  const globs = [...declarationGlobs, ...commandGlobs, ...own.map((glob) => glob.replace(/\/$/, ""))];
  return [...new Set(globs)].filter((glob) => !/\*\.(?:py|ts|js)$/.test(glob));
}
