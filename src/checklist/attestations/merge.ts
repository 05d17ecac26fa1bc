import { type Chunk, chunksOf } from "./chunks.js";
import { inBothOrders } from "./in-both-orders.js";

/**
 * Two versions of the file that were made from one, with everything that either of them added or changed: no line is
 * lost, and nothing comes back that one of them took out. Without the version that they were made from, everything of both
 * stays. Where both changed one entry, both entries stay, and the newest counts. Undefined when a version is not YAML, or
 * not a list with dashes.
 */
export function mergeAttestations(ours: string, theirs: string, base?: string): string | undefined {
  const a = chunksOf(theirs);
  const b = chunksOf(ours);
  if (a === undefined || b === undefined) return undefined;
  if (ours === theirs) return ours;
  const known = new Set((base === undefined ? undefined : chunksOf(base))?.entries.map(({ key }) => key));
  const kept = (mine: readonly Chunk[], others: readonly Chunk[]): readonly Chunk[] =>
    mine.filter(({ key }) => !known.has(key) || others.some((other) => other.key === key));
  const entries = inBothOrders(kept(a.entries, b.entries), kept(b.entries, a.entries), ({ key }) => key);
  const head = inBothOrders(linesOf(a.head), linesOf(b.head), sameLine);
  const tail = inBothOrders(linesOf(a.tail), linesOf(b.tail), sameLine);
  const hasKey = head.some((line) => line.startsWith("attestations:"));
  const lines = withOneKeyEach([
    ...keyLast(hasKey ? head : [...head, "attestations:"]),
    ...entries.flatMap((entry) => entry.lines),
    ...tail,
  ]);
  const lineEnd = theirs.includes("\r\n") ? "\r\n" : "\n";
  const text = lines.map((line) => line + lineEnd).join("");
  return chunksOf(text) === undefined ? undefined : text;
}

/** The entries have to follow on their key. */
function keyLast(head: readonly string[]): readonly string[] {
  const isKey = (line: string): boolean => line.startsWith("attestations:");
  return [...head.filter((line) => !isKey(line)), ...head.filter(isKey)];
}

/** A key that both have stands once; what the second one has behind it stays as a comment. */
function withOneKeyEach(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const [, key] = /^([\w-]+):/.exec(line) ?? [];
    if (key === undefined) return line;
    if (seen.has(key)) return `# ${line}`;
    seen.add(key);
    return line;
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function sameLine(line: string): string {
  return line.trimEnd();
}
