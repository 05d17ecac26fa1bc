import type { ConfigEntry } from "../../project/facts/file-facts.js";

/** What a file of settings says of each column: `columns: {age: {type: int, min: 0, max: 120}}`. */
export interface ColumnRules {
  readonly line: number;
  /** The key under which the columns stand, by which code asks for them. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly limited: readonly string[];
}

export function columnRules(entries: readonly ConfigEntry[]): ColumnRules | undefined {
  const first = entries.find(({ key }) => ruleKey.test(key));
  const above = first === undefined ? undefined : ruleKey.exec(first.key)?.[1];
  if (first === undefined || above === undefined) return undefined;
  const columns = new Set<string>();
  const limited = new Set<string>();
  for (const { key } of entries) {
    const [, at, column = "", rule = ""] = ruleKey.exec(key) ?? [];
    if (at !== above) continue;
    columns.add(column);
    if (!/type$/.test(rule)) limited.add(column);
  }
  // One column with a type is a setting like any other.
  if (columns.size < 2) return undefined;
  const name = above.slice(above.lastIndexOf(".") + 1);
  return { line: first.line, name, columns: [...columns], limited: [...limited] };
}

const ruleKey =
  /^((?:[\w-]+\.)*(?:columns|fields|schema|features|ranges|expectations))\.([\w-]+)\.(d?type|min(?:imum)?|max(?:imum)?|range|values|allowed|enum|pattern|nullable|unique)(?:\.\d+)?$/;
