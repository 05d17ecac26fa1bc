import { parse as parseYaml } from "yaml";
import type { ConfigEntry } from "./file-facts.js";
import { flowSource, readLines, type TextLine } from "./kubernetes-lines.js";
import { joinKeys, plainValue } from "./yaml-entries.js";

/** A map or a list that is open at a line, with the column at which its keys or dashes stand. */
interface Frame {
  readonly column: number;
  readonly path: string;
  readonly isList: boolean;
  count: number;
  /** The path of the key or item that was read last. */
  open: string;
}

/** A document with more values than this is generated. */
const mostEntries = 5000;
const deepest = 60;

/**
 * The scalars of YAML by their keys, read by indentation alone, so that a Helm template gives what its lines say:
 * actions on lines of their own are passed over, both ways of an `if` are read, and `{{ }}` stays in the values.
 */
export function entriesOfText(text: string, firstLine: number): readonly ConfigEntry[] {
  const found: ConfigEntry[] = [];
  const frames: Frame[] = [];
  /** A key without a value so far. */
  let waiting: { readonly key: string; readonly line: number; readonly column: number } | undefined;
  const lines = readLines(text, firstLine);

  const add = (key: string, value: ConfigEntry["value"], line: number): void => {
    if (found.length < mostEntries) found.push({ key, value, line });
  };

  const settle = (column: number): void => {
    if (waiting !== undefined && column <= waiting.column) add(waiting.key, null, waiting.line);
    waiting = undefined;
  };

  const frameAt = (column: number, isList: boolean): Frame => {
    const isInner = ({ column: at, isList: list }: Frame) => at > column || (at === column && list && !isList);
    while (frames.length > 0 && isInner(frames.at(-1)!)) frames.pop();
    const top = frames.at(-1);
    if (top !== undefined && top.column === column && top.isList === isList) return top;
    const path = top?.open ?? "";
    const frame = { column, path, isList, count: 0, open: path };
    frames.push(frame);
    return frame;
  };

  const readItem = (line: TextLine): TextLine | undefined => {
    const dash = /^-(?:\s+|$)/.exec(line.text);
    if (dash === null || frames.length > deepest) return undefined;
    const isUnderKey = waiting !== undefined && line.column === waiting.column;
    settle(isUnderKey ? line.column + 1 : line.column);
    const frame = frameAt(line.column, true);
    frame.open = joinKeys(frame.path, String(frame.count++));
    return { ...line, column: line.column + dash[0].length, text: line.text.slice(dash[0].length) };
  };

  const readValue = (key: string, source: string, { line }: TextLine): void =>
    addValue(key, valueOf(source), line, add);

  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]!;
    if (first.isSilent) continue;
    // What an action puts in here is the value of the key above it.
    if (first.isAction) {
      if (waiting !== undefined && isInsertion(first.text)) {
        add(waiting.key, first.text, first.line);
        waiting = undefined;
      }
      continue;
    }
    let line = first;
    for (let inner = readItem(line); inner !== undefined; inner = readItem(line)) line = inner;
    if (line.text === "" || frames.length > deepest) continue;
    const pair = keyPattern.exec(line.text);
    if (pair === null) {
      const frame = frames.at(-1);
      if (line !== first && frame !== undefined) readValue(frame.open, line.text, line);
      else goOn(found, line);
      continue;
    }
    const [whole, written = ""] = pair;
    settle(line.column);
    const frame = frameAt(line.column, false);
    frame.open = joinKeys(frame.path, written.replace(/^(["'])(.*)\1$/, "$2"));
    const source = line.text.slice(whole.length).replace(/^(?:[&!]\S*\s*)+/, "");
    const block = /^[|>][-+\d]*\s*(?:#.*)?$/.test(source);
    if (block) {
      const body: string[] = [];
      const column = Math.min(line.column, first.column);
      const goesOn = (next: TextLine | undefined) => next !== undefined && (next.text === "" || next.column > column);
      while (goesOn(lines[at + 1])) body.push(lines[++at]!.raw);
      add(frame.open, dedented(body, source.startsWith(">")), line.line);
    } else if (source === "" || source.startsWith("#")) {
      waiting = { key: frame.open, line: line.line, column: line.column };
    } else {
      const { source: flow, used } = flowSource(source, lines, at);
      at += used;
      readValue(frame.open, flow, line);
    }
  }
  settle(0);
  return found;
}

/** A key up to its colon, which a space or the line's end follows. */
const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'[^']*'|(?:\{\{.*?\}\}|[^\s#{}[\],"'&*!|>%@`-]|[-](?=\S))(?:\{\{.*?\}\}|[^#{}:]|:(?=\S)|(?<=\S)#)*?)\s*:(?:\s+|$)/;

/** Does an action put something in, rather than decide about what follows? */
function isInsertion(action: string): boolean {
  return !/^\{\{-?\s*(?:if|else|end|range|with|define|block|break|continue|\$\w+\s*:?=)\b/.test(action);
}

/** A plain text that goes on in the next line. */
function goOn(found: ConfigEntry[], { text }: TextLine): void {
  const last = found.at(-1);
  if (typeof last?.value === "string" && !text.startsWith("{{"))
    found[found.length - 1] = { ...last, value: `${last.value} ${text}` };
}

function valueOf(source: string): unknown {
  if (/^[[{](?!\{)/.test(source)) {
    try {
      return parseYaml(source, { logLevel: "silent", maxAliasCount: 0 }) as unknown;
    } catch {
      // With actions in it, it is no YAML; the text says what there is.
      return source;
    }
  }
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(source);
  if (quoted !== null && !/^\s*[^#\s]/.test(source.slice(quoted[0].length))) {
    return quoted[1]?.replace(/\\(["\\])/g, "$1") ?? quoted[2]?.replaceAll("''", "'") ?? "";
  }
  return plainValue(source.replace(/\s+#.*$/, "").trimEnd());
}

type Add = (key: string, value: ConfigEntry["value"], line: number) => void;

/** Adds a value as it is written, or all that a flow value holds. */
function addValue(key: string, value: unknown, line: number, add: Add, depth = 0): void {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    add(key, value, line);
    return;
  }
  const entries: readonly (readonly [string, unknown])[] =
    typeof value === "object" && value !== null && depth < deepest ? Object.entries(value) : [];
  if (entries.length === 0) add(key, null, line);
  for (const [name, inner] of entries.slice(0, mostEntries)) addValue(joinKeys(key, name), inner, line, add, depth + 1);
}

function dedented(lines: readonly string[], isFolded: boolean): string {
  const columns = lines.flatMap((line) => (line.trim() === "" ? [] : [line.length - line.trimStart().length]));
  const column = columns.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return lines
    .map((line) => line.slice(column))
    .join(isFolded ? " " : "\n")
    .trimEnd();
}
