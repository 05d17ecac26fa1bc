import { isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair } from "yaml";
import type { ConfigProblem } from "../engine/config.js";
import type { Fault } from "../guide/entry.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";

/** A file of a team as plain data, with a way from a path in the data to its place in the text. */
export interface TeamYaml {
  /** Undefined for an empty file. */
  readonly data: unknown;
  problemAt(path: Fault["path"], message: string, severity?: ConfigProblem["severity"]): ConfigProblem;
}

/** Reads a file that people write. Total: a text that cannot be read is one problem, at its place. */
export function readTeamYaml(text: string): TeamYaml | { readonly failure: ConfigProblem } {
  const lines = new LineIndex(text);
  const problem = (span: Span, message: string, severity: ConfigProblem["severity"] = "error"): ConfigProblem => ({
    ...lines.range(span),
    message,
    severity,
  });
  const document = parsed(text);
  if (typeof document === "string") return { failure: problem({ start: 0, end: 0 }, document) };
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) {
    // Half-written YAML gives odd values, and nothing should jump about while somebody types.
    const [start, end] = syntaxError.pos;
    return { failure: problem({ start, end }, `This is not YAML: ${syntaxError.message}.`) };
  }
  const { data, failure } = plainData(document);
  if (failure !== undefined) return { failure: problem({ start: 0, end: 0 }, failure) };
  return {
    data,
    problemAt: (path, message, severity) => problem(placeOf(document, path), sentence(message), severity),
  };
}

/** The tree of a text, for those who change it; undefined when it cannot be read or is not YAML. */
export function parseTeamYaml(text: string): Document.Parsed | undefined {
  const document = parsed(text);
  return typeof document === "string" || document.errors.length > 0 ? undefined : document;
}

/** A text nested without end is too deep for the parser. */
function parsed(text: string): Document.Parsed | string {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  } catch (error) {
    return unreadable(error);
  }
}

/** Aliases that lead nowhere, or that multiply without end, show only when the data is made. */
function plainData(document: Document.Parsed): { readonly data?: unknown; readonly failure?: string } {
  try {
    return { data: document.toJS() as unknown };
  } catch (error) {
    return { failure: unreadable(error) };
  }
}

function unreadable(error: unknown): string {
  return `This cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}

/** Where a fault stands: at the key with its value when it has one, else at what should hold it. */
function placeOf(document: Document.Parsed, path: Fault["path"]): Span {
  let node: unknown = document.contents;
  let span: Span = { start: 0, end: 0 };
  for (const step of path) {
    if (typeof step === "number") {
      const item: unknown = isSeq(node) ? node.items[step] : undefined;
      if (item === undefined) return span;
      node = item;
      const first = isMap(item) ? item.items[0] : undefined;
      span = first === undefined ? spanOf(item, span) : pairSpan(first, span);
    } else {
      const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
      if (pair === undefined) return span;
      node = pair.value;
      span = pairSpan(pair, span);
    }
  }
  return span;
}

function pairSpan({ key, value }: Pair, otherwise: Span): Span {
  const { start, end } = spanOf(key, otherwise);
  return { start, end: isScalar(value) ? Math.max(end, spanOf(value, otherwise).end) : end };
}

function spanOf(node: unknown, otherwise: Span): Span {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : otherwise;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;
}
