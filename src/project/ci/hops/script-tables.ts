import { joinPath, upwards } from "../../paths.js";
import { at, record } from "../../structured.js";
import type { CiFiles } from "../ci-files.js";
import { tomlLine } from "./lines.js";

/** A named command of a project's own, as `pyproject.toml` and other files list them. */
export interface NamedScript {
  readonly value: unknown;
  readonly path: string;
  readonly line: number;
  readonly folder: string;
  /** All scripts beside it, by name. */
  readonly table: Readonly<Record<string, unknown>>;
}

/** Where a tool's scripts stand: a file, and the keys that lead to the table. */
export interface ScriptTable {
  readonly file: string;
  readonly keys: readonly string[];
}

/** A script by its name, in the folder of a command or in one above it. */
export async function findScript(
  name: string,
  folder: string | undefined,
  tables: readonly ScriptTable[],
  files: CiFiles,
): Promise<NamedScript | undefined> {
  if (folder === undefined) return undefined;
  for (const above of upwards(folder)) {
    for (const { file, keys } of tables) {
      const path = joinPath(above, file);
      const table = tableAt(await files.toml(path), keys);
      if (!Object.hasOwn(table, name)) continue;
      const line = tomlLine((await files.text(path)) ?? "", keys.join(".").replace(/\.\*.*$/, ""), name);
      return { value: table[name], path, line, folder: above, table };
    }
    if (above === files.root) return undefined;
  }
  return undefined;
}

/** The table at some keys, of which `*` stands for all: `tool.pixi.feature.*.tasks`. */
function tableAt(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const [first, ...rest] = keys;
  if (first === undefined) return record(value);
  if (first !== "*") return tableAt(at(value, first), rest);
  return Object.fromEntries(Object.values(record(value)).flatMap((one) => Object.entries(tableAt(one, rest))));
}
