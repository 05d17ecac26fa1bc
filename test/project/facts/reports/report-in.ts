import type { Reports } from "../../../../src/project/facts/file-facts.js";
import { readReports } from "../../../../src/project/facts/reports.js";
import { type MemoryFile, memoryFileSystem } from "../../memory-file-system.js";

/** What is read in a project of these files; those under `ignored` are there, but not among the files of the project. */
export function reportsIn(
  given: Readonly<Record<string, MemoryFile>>,
  ignored: Readonly<Record<string, MemoryFile>> = {},
): Promise<Reports> {
  const all = Object.entries({ ...given, ...ignored }).map(([path, file]) => [`/p/${path}`, file] as const);
  const files = memoryFileSystem(Object.fromEntries(all));
  return readReports({ paths: Object.keys(given), files, root: "/p" });
}
