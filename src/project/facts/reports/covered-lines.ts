import { joinPath, parentOf } from "../../paths.js";
import type { CoverageReport } from "../file-facts.js";

/** Collects which lines of which files ran, and names the files as the project does. */
export interface CoveredLines {
  /** A line that can run; a file that is named more than once has its lines joined. */
  readonly line: (file: string, number: number, hits: number) => void;
  /** `bases` are the folders that names may count from. */
  readonly report: (bases?: readonly string[]) => CoverageReport;
}

export function coveredLines(path: string, paths: ReadonlySet<string>): CoveredLines {
  const files = new Map<string, Map<number, boolean>>();
  return {
    line: (file, number, hits) => {
      if (!Number.isSafeInteger(number) || number < 1) return;
      const lines = files.get(file) ?? new Map<number, boolean>();
      if (files.size < mostFiles) files.set(file, lines);
      lines.set(number, hits > 0 || lines.get(number) === true);
    },
    report: (bases = []) => ({
      path,
      files: [...files].map(([file, lines]) => ({
        path: projectPath(file, path, paths, bases),
        lines: lines.size,
        covered: [...lines.values()].filter(Boolean).length,
      })),
    }),
  };
}

/** The file of the project that a report means, which may name it by where it was on another machine; else the name as it is. */
export function projectPath(
  written: string,
  report: string,
  paths: ReadonlySet<string>,
  bases: readonly string[] = [],
): string {
  const name = written.replaceAll("\\", "/");
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(name);
  if (!isAbsolute) {
    // Names count from where the tool ran, which is above its report.
    for (let folder = parentOf(report); ; folder = parentOf(folder)) {
      const near = joinPath(folder ?? "", name);
      if (paths.has(near)) return near;
      if (folder === undefined) break;
    }
  }
  for (const full of isAbsolute ? [name] : bases.map((base) => `${base.replaceAll("\\", "/")}/${name}`)) {
    const parts = full.split("/").filter((part) => part !== "" && part !== ".");
    // Of a relative name all has to fit, so that `__init__.py` is not the first one that comes along.
    const least = isAbsolute ? 1 : name.split("/").filter((part) => part !== "" && part !== ".").length;
    for (let start = 0; start <= parts.length - least; start++) {
      const end = parts.slice(start).join("/");
      if (paths.has(end)) return end;
    }
  }
  return name;
}

const mostFiles = 20_000;
