import { type Document, isMap, isNode, isScalar, isSeq, type YAMLSeq } from "yaml";
import { parseTeamYaml } from "../../project/team-yaml.js";

/** A text of attestations in parts that can be moved. */
export interface Chunks {
  /** The lines up to the entries, the one with the key itself included. */
  readonly head: string;
  readonly entries: readonly Chunk[];
  readonly tail: string;
}

/** An entry, with the comments above it and those below it that are its own. */
export interface Chunk {
  /** Its lines, its dash at the column 2, without blank lines around them. */
  readonly lines: readonly string[];
  /** The same for two chunks that say the same. */
  readonly key: string;
}

/** Undefined for a text that is not YAML, or whose list is not written with dashes. */
export function chunksOf(text: string): Chunks | undefined {
  const document = parseTeamYaml(text);
  if (document === undefined) return undefined;
  const list = listOf(document);
  if (list === undefined) return { head: text, entries: [], tail: "" };
  if (isEmpty(list)) return withoutEntries(text, document);
  if (!isSeq(list) || list.flow === true || !list.range) return undefined;
  const [first] = list.range;
  const column = columnOf(text, first);
  const headEnd = lineAfter(text, keyStart(document));
  let from = headEnd;
  const entries = list.items.flatMap((item): Chunk[] => {
    const end = endOfEntry(text, item, column) ?? from;
    const chunk = text.slice(from, end);
    from = Math.max(from, end);
    return chunk.trim() === "" ? [] : [toChunk(chunk, column)];
  });
  return { head: text.slice(0, headEnd), entries, tail: text.slice(from) };
}

/** The node of the list; undefined when the text has no such key. */
export function listOf(document: Document.Parsed): unknown {
  return isMap(document.contents) ? document.contents.get("attestations", true) : undefined;
}

/** How far in a list's dashes stand. */
export function columnOf(text: string, firstDash: number): number {
  return firstDash - (text.lastIndexOf("\n", firstDash - 1) + 1);
}

/** The start of the line after an entry: comments right below it that stand further in than its dash are its own. */
export function endOfEntry(text: string, entry: unknown, column: number): number | undefined {
  const end = contentEnd(entry);
  if (end === undefined) return undefined;
  // The text of several lines ends with the blank lines below it.
  let at = lineAfter(text, text.slice(0, end).trimEnd().length);
  while (at < text.length) {
    const [, indent] = /^( *)#/.exec(text.slice(at, lineAfter(text, at))) ?? [];
    if (indent === undefined || indent.length <= column) break;
    at = lineAfter(text, at);
  }
  return at;
}

/** Where the last thing that a node says ends; the node itself may reach over comments behind it. */
function contentEnd(node: unknown): number | undefined {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return contentEnd(last?.value) ?? contentEnd(last?.key);
  }
  if (isSeq(node) && node.flow !== true) return contentEnd(node.items.at(-1));
  return isNode(node) ? node.range?.[1] : undefined;
}

function toChunk(text: string, column: number): Chunk {
  const lines = text
    .replace(/^(?:[ \t]*\r?\n)+/, "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => shifted(line, 2 - column));
  return { lines, key: lines.map((line) => line.trimEnd()).join("\n") };
}

function shifted(line: string, by: number): string {
  if (line.trim() === "" || by === 0) return line;
  return by > 0 ? " ".repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), "");
}

function isEmpty(list: unknown): list is YAMLSeq {
  return (isSeq(list) && list.items.length === 0) || (isScalar(list) && list.value === null);
}

/** The line of the key stays, without the brackets of an empty list. */
function withoutEntries(text: string, document: Document.Parsed): Chunks {
  const start = keyStart(document);
  const end = lineAfter(text, start);
  const line = text.slice(start, end).replace(/:[ \t]*(?:\[[ \t]*\]|~|null)/, ":");
  return { head: text.slice(0, start) + line, entries: [], tail: text.slice(end) };
}

function keyStart(document: Document.Parsed): number {
  const keys: readonly unknown[] = isMap(document.contents) ? document.contents.items.map(({ key }) => key) : [];
  const key = keys.find((one) => isScalar(one) && one.value === "attestations");
  return isNode(key) ? (key.range?.[0] ?? 0) : 0;
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
