import type { Piece, Place, Variables } from "./model.js";
import type { ListTree, MapTree, ScalarTree, Tree } from "./yaml-tree.js";

/** The value at some keys; undefined where there is none. */
export function child(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce<Tree | undefined>(
    (inner, key) => (inner?.kind === "map" ? inner.entries.get(key) : undefined),
    tree,
  );
}

export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Tree])[] {
  return tree?.kind === "map" ? [...tree.entries] : [];
}

/** The items of a list; a single value is a list of one, as most systems have it. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined || isNull(tree)) return [];
  return tree.kind === "list" ? tree.items.flatMap((item) => (item.kind === "list" ? itemsOf(item) : [item])) : [tree];
}

export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === "scalar" && !tree.isNull ? tree.text : undefined;
}

export function textsOf(tree: Tree | undefined): readonly string[] {
  return itemsOf(tree).flatMap((item) => textOf(item) ?? []);
}

export function isNull(tree: Tree): boolean {
  return tree.kind === "scalar" && tree.isNull;
}

export function isTrue(tree: Tree | undefined): boolean {
  return /^(?:true|yes|on)$/i.test(textOf(tree) ?? "");
}

export function isFalse(tree: Tree | undefined): boolean {
  return /^(?:false|no|off)$/i.test(textOf(tree) ?? "");
}

/** The entries of a map whose values are plain. */
export function variablesOf(tree: Tree | undefined): Variables {
  const found: Record<string, string> = {};
  for (const [name, value] of entriesOf(tree)) {
    const text = textOf(value) ?? textOf(child(value, "value"));
    if (text !== undefined) found[name] = text;
  }
  return found;
}

/** The commands under a key: one text, or a list of them. */
export function piecesOf(tree: Tree | undefined, path: string): readonly Piece[] {
  return itemsOf(tree).flatMap((item) =>
    item.kind === "scalar" && !item.isNull ? [{ text: item.text, path, line: item.textLine }] : [],
  );
}

export function treePlace(path: string, tree: Tree): Place {
  return { path, line: tree.line, endLine: tree.endLine };
}

/** The map with others' entries where it has none itself, maps within them joined in the same way. */
export function mergeTrees(base: Tree | undefined, over: Tree): Tree {
  if (base?.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(base.entries);
  for (const [name, value] of over.entries) entries.set(name, mergeTrees(entries.get(name), value));
  return { ...over, entries };
}

export function mapTree(at: Tree, entries: ReadonlyMap<string, Tree>): MapTree {
  return { kind: "map", entries, line: at.line, endLine: at.endLine, tag: undefined };
}

export function listTree(at: Tree, items: readonly Tree[]): ListTree {
  return { kind: "list", items, line: at.line, endLine: at.endLine, tag: undefined };
}

export function scalarTree(at: Tree, text: string): ScalarTree {
  const { line, endLine } = at;
  return { kind: "scalar", text, value: text, isNull: false, textLine: line, line, endLine, tag: undefined };
}
