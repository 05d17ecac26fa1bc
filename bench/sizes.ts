import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decimal, printTable } from "./measure.js";

/** What ships, and what each file weighs in the compressed package. */
export function printSizes(dist: string): void {
  const files = readdirSync(dist).filter((name) => name.endsWith(".js"));
  printTable(
    "Sizes",
    ["file", "KB", "compressed KB"],
    files.map((name) => {
      const path = join(dist, name);
      return [name, decimal(statSync(path).size / 1e3, 0), decimal(gzipSync(readFileSync(path)).length / 1e3, 0)];
    }),
  );
}
