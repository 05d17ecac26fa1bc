import { parse, TomlError } from "smol-toml";
import type { Tree } from "../../ci/yaml-tree.js";
import { tomlLines, tomlPath } from "./toml-lines.js";

/** Reads TOML as a tree with the lines of its values. */
export function readTomlTree(text: string): { readonly tree: Tree | undefined; readonly reason: string | undefined } {
  let document: unknown;
  try {
    document = parse(text, { integersAsBigInt: "asNeeded" });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    return { tree: undefined, reason: `line ${error.line}: ${message}` };
  }
  const lines = tomlLines(text);

  const treeOf = (value: unknown, path: readonly string[], parentLine: number): Tree => {
    const line = lines.get(tomlPath(path)) ?? parentLine;
    const at = { line, endLine: line, tag: undefined };
    if (Array.isArray(value)) {
      return { kind: "list", items: value.map((item, index) => treeOf(item, [...path, String(index)], line)), ...at };
    }
    if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      const entries = Object.entries(value).map(([key, inner]) => [key, treeOf(inner, [...path, key], line)] as const);
      return { kind: "map", entries: new Map(entries), ...at };
    }
    const isPlain = typeof value === "number" || typeof value === "boolean";
    const text = value instanceof Date ? value.toISOString() : String(value);
    return { kind: "scalar", text, value: isPlain ? value : text, isNull: false, textLine: line, ...at };
  };
  return { tree: treeOf(document, [], 1), reason: undefined };
}
