import type { CoverageReport } from "../file-facts.js";
import { projectPath } from "./covered-lines.js";
import type { Sqlite } from "./sqlite.js";
import type { SqlValue } from "./sqlite-values.js";

/** What coverage.py keeps in `.coverage`: the lines that ran, but not those that could have; undefined when it is another's. */
export function coverageData(path: string, database: Sqlite, paths: ReadonlySet<string>): CoverageReport | undefined {
  if (!database.has("file") || !database.has("line_bits") || !database.has("arc")) return undefined;
  const lines = new Map<SqlValue, { readonly name: string; readonly ran: Set<number> }>();
  for (const row of database.rows("file")) lines.set(row("id"), { name: String(row("path")), ran: new Set() });
  for (const row of database.rows("line_bits")) {
    const bits = row("numbits");
    const ran = lines.get(row("file_id"))?.ran;
    if (ran === undefined || !(bits instanceof Uint8Array)) continue;
    // Line n is bit n modulo 8 of byte n / 8.
    for (const [index, byte] of bits.entries())
      for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) ran.add(index * 8 + bit);
  }
  for (const row of database.rows("arc")) {
    for (const line of [row("fromno"), row("tono")]) {
      // What enters and leaves a piece of code has a negative number.
      if (typeof line === "number" && line > 0) lines.get(row("file_id"))?.ran.add(line);
    }
  }
  const files = [...lines.values()].map(({ name, ran }) => ({
    path: projectPath(name, path, paths),
    ...{ lines: undefined, covered: ran.size },
  }));
  return { path, files };
}
