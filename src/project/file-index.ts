import { type FileFacts, noFacts } from "../semantics/facts.js";
import type { FileSummary } from "./summary.js";

/** What is known of each file of a root, as long as its content stays as it is. */
export interface FileIndex {
  has(path: string): boolean;
  /** Is this text what is known of a file? */
  isKnown(path: string, text: string): boolean;
  /** Undefined for files that were not parsed, because their text alone showed that they state no facts. */
  summary(path: string): FileSummary | undefined;
  /** Notes a file's content; says what is new about it. */
  note(path: string, text: string, summary: FileSummary | undefined): Change;
  forget(path: string): Change;
}

/** How a file differs from what was known of it. A file that nothing was known of has changed. */
export interface Change {
  readonly content: boolean;
  /** Does it say something else about the whole project? */
  readonly facts: boolean;
}

export const noChange: Change = { content: false, facts: false };

export function openFileIndex(onFacts: (path: string, facts: FileFacts) => void): FileIndex {
  const entries = new Map<string, { readonly identity: string; readonly summary: FileSummary | undefined }>();

  const replace = (path: string, before: FileFacts, after: FileFacts): boolean => {
    if (sameFacts(before, after)) return false;
    onFacts(path, after);
    return true;
  };

  return {
    has: (path) => entries.has(path),
    isKnown: (path, text) => entries.get(path)?.identity === identityOf(text),
    summary: (path) => entries.get(path)?.summary,
    note: (path, text, summary) => {
      const known = entries.get(path);
      const identity = identityOf(text);
      entries.set(path, { identity, summary });
      const facts = replace(path, known?.summary?.facts ?? noFacts, summary?.facts ?? noFacts);
      return { content: known?.identity !== identity, facts };
    },
    forget: (path) => {
      const known = entries.get(path);
      entries.delete(path);
      const facts = replace(path, known?.summary?.facts ?? noFacts, noFacts);
      return { content: known !== undefined, facts };
    },
  };
}

export function sameFacts(a: FileFacts, b: FileFacts): boolean {
  return a.evaluatesBaseline === b.evaluatesBaseline && a.seeds.join() === b.seeds.join();
}

/** Two texts of the same identity are taken for the same: 64 bits of hash and the length, so that no text has to be kept. */
function identityOf(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x5bd1e995);
    b = Math.imul(b ^ unit, 0xc2b2ae35) + a;
    a ^= a >>> 15;
  }
  return `${text.length}:${a >>> 0}:${b >>> 0}`;
}
