import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node as YamlNode,
  type Pair,
  parseAllDocuments,
} from "yaml";
import { LineIndex } from "../../syntax/line-index.js";
import type { Fault } from "./model.js";

/** A YAML value with its lines, or one of a format that is read into the same shape. Aliases and merge keys are resolved, tags are kept by name, nothing is converted. */
export type Tree = MapTree | ListTree | ScalarTree;

interface Lines {
  readonly line: number;
  readonly endLine: number;
  readonly tag: string | undefined;
}

export interface MapTree extends Lines {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Tree>;
}

export interface ListTree extends Lines {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface ScalarTree extends Lines {
  readonly kind: "scalar";
  readonly text: string;
  /** What YAML takes the text for: `8` and `"8"` have one text and two values. */
  readonly value: string | number | boolean | null;
  readonly isNull: boolean;
  /** The line of the first character of `text`: in a block scalar, the one below its `|`. */
  readonly textLine: number;
}

/** Aliases can make a small file into an endless tree, so that the tree's size is limited. */
const mostNodes = 50_000;
const deepest = 60;

/** Reads all documents of a YAML file, as far as they can be read; what is wrong with them is told as faults. */
export function readYamlTrees(
  text: string,
  path: string,
): { readonly trees: readonly Tree[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const lines = new LineIndex(text);
  const documents = parsed(text, path, faults);
  const trees = documents.flatMap((document) => {
    const error = document.errors[0];
    if (error !== undefined) {
      const line = lines.position(error.pos[0]).line;
      faults.push({ path, line, reason: "malformed", detail: error.message.split("\n")[0] ?? "" });
    }
    const reader = treeReader(document, lines);
    const tree = reader.read(document.contents);
    if (reader.isTooLarge()) {
      const detail = `its aliases make more than ${mostNodes} values`;
      faults.push({ path, line: undefined, reason: "too-many-aliases", detail });
    }
    return tree === undefined ? [] : [tree];
  });
  return { trees, faults };
}

type AnyDocument = Document.Parsed;

function parsed(text: string, path: string, faults: Fault[]): readonly AnyDocument[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    // The library recurses, so that a text nested ten thousand levels deep ends its stack.
    const detail = error instanceof Error ? error.message : String(error);
    faults.push({ path, line: undefined, reason: "malformed", detail });
    return [];
  }
}

function treeReader(document: AnyDocument, lines: LineIndex) {
  let count = 0;
  let isTooLarge = false;

  const linesOf = (node: YamlNode): Lines => {
    const [start, end] = node.range ?? [0, 0];
    const tag = node.tag !== undefined && node.tag.startsWith("!") ? node.tag : undefined;
    return { line: lines.position(start).line, endLine: lines.position(Math.max(start, end - 1)).line, tag };
  };

  const read = (node: unknown, depth = 0): Tree | undefined => {
    if (++count > mostNodes || depth > deepest) {
      isTooLarge = true;
      return undefined;
    }
    if (isAlias(node)) return read(node.resolve(document), depth + 1);
    if (isMap(node)) {
      const entries = new Map<string, Tree>();
      for (const pair of node.items) readPair(pair, entries, depth);
      return { kind: "map", entries, ...linesOf(node) };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => read(item, depth + 1) ?? []);
      return { kind: "list", items, ...linesOf(node) };
    }
    if (!isScalar(node)) return undefined;
    const at = linesOf(node);
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const isNull = node.value === null;
    const text = isNull ? "" : typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    const textLine = isBlock ? at.line + 1 : at.line;
    return { kind: "scalar", text, value: valueOf(node.value, text), isNull, textLine, ...at };
  };

  const readPair = (pair: Pair, entries: Map<string, Tree>, depth: number): void => {
    const { key, value } = pair;
    if (!isScalar(key)) return;
    const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    const tree = read(value, depth + 1) ?? nothingAt(linesOf(key));
    if (name !== "<<") {
      entries.set(name, tree);
      return;
    }
    // What a map says itself goes before what it merges, wherever the merge key stands.
    for (const merged of tree.kind === "list" ? tree.items : [tree]) {
      if (merged.kind !== "map") continue;
      for (const [inner, one] of merged.entries) if (!entries.has(inner)) entries.set(inner, one);
    }
  };

  return { read, isTooLarge: () => isTooLarge };
}

function nothingAt(lines: Lines): ScalarTree {
  return { kind: "scalar", text: "", value: null, isNull: true, textLine: 0, ...lines };
}

function valueOf(value: unknown, text: string): ScalarTree["value"] {
  return value === null || typeof value === "number" || typeof value === "boolean" ? value : text;
}
