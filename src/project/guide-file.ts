import { isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair } from "yaml";
import type { ConfigProblem } from "../engine/config.js";
import type { Guide } from "../guide/content.js";
import type { Fault } from "../guide/entry.js";
import { mergeGuide } from "../guide/merge.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";

/**
 * The guide with what the text of a team's `.preflight/guide.yaml` asks for. Total: what cannot be used is a problem at
 * its place in the file, and everything else in the file counts.
 */
export function readGuideFile(
  text: string,
  guide: Guide,
): { readonly guide: Guide; readonly problems: readonly ConfigProblem[] } {
  const lines = new LineIndex(text);
  const problem = (span: Span, message: string): ConfigProblem => ({
    ...lines.range(span),
    message,
    severity: "error",
  });
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) {
    // Half-written YAML gives odd values, and the guide should not jump about while somebody types.
    const [start, end] = syntaxError.pos;
    return { guide, problems: [problem({ start, end }, `This is not YAML: ${syntaxError.message}.`)] };
  }
  const { data, failure } = plainData(document);
  if (failure !== undefined) return { guide, problems: [problem({ start: 0, end: 0 }, failure)] };
  const merged = mergeGuide(guide, data);
  const problems = merged.faults.map(({ path, message }) => problem(placeOf(document, path), sentence(message)));
  return {
    guide: merged.guide,
    problems: problems.toSorted((a, b) => a.start.line - b.start.line || a.start.column - b.start.column),
  };
}

/** Aliases that lead nowhere, or that multiply without end, show only when the data is made. */
function plainData(document: Document.Parsed): { readonly data?: unknown; readonly failure?: string } {
  try {
    return { data: document.toJS() as unknown };
  } catch (error) {
    return { failure: `This cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
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
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
