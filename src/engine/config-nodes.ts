import { type Document, type Node, isAlias, isMap, isNode, isScalar } from "yaml";
import type { Span } from "../syntax/span.js";
import type { ConfigProblem } from "./config.js";
import type { ConfigKey } from "./config-schema.js";
import { didYouMean } from "./did-you-mean.js";

export interface Reader {
  readonly document: Document.Parsed;
  readonly ruleIds: readonly string[];
  readonly report: (span: Span, message: string, severity?: ConfigProblem["severity"]) => void;
}

export interface Entry {
  readonly name: string;
  readonly value: Node | null;
  /** Where the key stands. */
  readonly at: Span;
}

/** The entries of a mapping, each key once and, when `keys` says which there are, each of them known. Nothing at all is an empty mapping. */
export function entries(
  node: Node | null,
  what: string,
  keys: readonly ConfigKey[] | undefined,
  reader: Reader,
): Entry[] {
  if (node === null || (isScalar(node) && node.value === null)) return [];
  if (!isMap(node)) {
    reader.report(spanOf(node), `${what} must be a mapping (\`key: value\`).`);
    return [];
  }
  const found = new Map<string, Entry>();
  for (const { key, value } of node.items) {
    const at = isNode(key) ? spanOf(key) : spanOf(node);
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined) {
      reader.report(at, "A key must be a word.");
    } else if (found.has(name)) {
      reader.report(at, `\`${name}\` is set twice here; the first one counts.`);
    } else if (keys !== undefined && !keys.some((known) => known.name === name)) {
      const names = keys.map((known) => known.name);
      reader.report(
        at,
        `There is no key \`${name}\` here${didYouMean(name, names) || `; the keys are ${list(names, "and")}.`}`,
        "warning",
      );
    } else {
      const resolved = resolve(value, reader);
      if (resolved !== null || !isAlias(value)) found.set(name, { name, value: resolved, at });
    }
  }
  return [...found.values()];
}

/** The node behind an alias; null for an absent value, and for an alias of nothing, which is a problem. */
export function resolve(value: unknown, reader: Reader): Node | null {
  if (isAlias(value)) {
    const target = value.resolve(reader.document);
    if (target === undefined) reader.report(spanOf(value), `There is no anchor \`&${value.source}\` above.`);
    return target ?? null;
  }
  return isNode(value) && !(isScalar(value) && value.value === null) ? value : null;
}

export function spanOf(node: Node | null, otherwise: Span = { start: 0, end: 0 }): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : otherwise;
}

export function oneOf(words: readonly string[]): string {
  return list(words, "or");
}

export function list(words: readonly string[], joint: "and" | "or"): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${joint} ${quoted.at(-1)}`;
}
