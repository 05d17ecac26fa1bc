import type { Tree } from "../../ci/yaml-tree.js";
import type { ConfigEntry } from "../file-facts.js";

/** The scalars of a tree by the keys that lead to them. A tree that is one scalar has no key and gives nothing. */
export function entriesOfTree(tree: Tree): readonly ConfigEntry[] {
  const entries: ConfigEntry[] = [];
  const collect = (inner: Tree, key: string): void => {
    if (inner.kind === "scalar") {
      if (key !== "") entries.push({ key, value: inner.value, line: inner.line });
    } else if (inner.kind === "list") {
      inner.items.forEach((item, index) => collect(item, join(key, String(index))));
    } else {
      for (const [name, value] of inner.entries) collect(value, join(key, name));
    }
  };
  collect(tree, "");
  return entries;
}

function join(key: string, name: string): string {
  return key === "" ? name : `${key}.${name}`;
}

/** What a text is in formats that have texts alone: a number when it is written like one, so that `3.10` stays a version. */
export function valueOfText(text: string): ConfigEntry["value"] {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}
