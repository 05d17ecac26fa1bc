import type { CoverageReport } from "../file-facts.js";
import { coveredLines } from "./covered-lines.js";

/** The text format of lcov: a record a file, a line a line. */
export function readLcov(text: string, path: string, paths: ReadonlySet<string>): CoverageReport {
  const lines = coveredLines(path, paths);
  let file: string | undefined;
  let isLcov = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("SF:")) {
      file = line.slice(3).trim();
      isLcov = true;
    } else if (line === "end_of_record") file = undefined;
    else if (file !== undefined && line.startsWith("DA:")) {
      const [number, hits] = line.slice(3).split(",");
      lines.line(file, Number(number), Number(hits));
    }
  }
  if (!isLcov) throw new Error("it is no report of lcov: it names no file");
  return lines.report();
}
