import type { Tree } from "../ci/yaml-tree.js";
import type { ConfigEntry } from "./file-facts.js";

/** A file with more values than this is data. */
const mostEntries = 5000;

/** The scalars of a YAML tree by the keys that lead to them; an empty map or list is null, so that its key is seen. */
export function entriesOfTree(tree: Tree | undefined, key = ""): readonly ConfigEntry[] {
  const found: ConfigEntry[] = [];
  if (tree !== undefined) addEntries(tree, key, found);
  return found;
}

function addEntries(tree: Tree, key: string, found: ConfigEntry[]): void {
  if (found.length >= mostEntries) return;
  if (tree.kind === "scalar") {
    found.push({ key, value: tree.value, line: tree.line });
    return;
  }
  const inner =
    tree.kind === "map" ? [...tree.entries] : tree.items.map((item, index) => [String(index), item] as const);
  if (inner.length === 0) found.push({ key, value: null, line: tree.line });
  for (const [name, value] of inner) addEntries(value, joinKeys(key, name), found);
}

export function joinKeys(outer: string, inner: string): string {
  return outer === "" ? inner : `${outer}.${inner}`;
}

/** What a plain scalar means in YAML's core schema. */
export function plainValue(text: string): string | number | boolean | null {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^(?:~|null|Null|NULL)?$/.test(text)) return text === "" ? "" : null;
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  return text;
}

/** The value of the first entry with a key. */
export function valueAt(entries: readonly ConfigEntry[], key: string): ConfigEntry["value"] | undefined {
  return entries.find((entry) => entry.key === key)?.value;
}
