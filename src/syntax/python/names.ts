import { KEYWORDS } from "./token.js";

/**
 * The names of one text, each kept once: a name is found by the hash that the lexer computes while reading it, so a
 * repeated name costs no new string. A table lives as long as its parse.
 */
export interface NameTable {
  /** Open addressing; a slot holds an id, or 0. Its length is a power of two. */
  slots: Int32Array;
  /** By id: the name as written, its hash, and the name as Python sees it (NFKC). */
  readonly spellings: string[];
  readonly hashes: number[];
  readonly values: string[];
}

/** Ids of the names that the parser asks about: first the keywords, up to `Exec` words that may begin a statement. */
export const enum NameId {
  FirstKeyword = 1,
  LastKeyword = 35,
  Match,
  Case,
  Type,
  Underscore,
  Print,
  Exec,
}

const SOFT_KEYWORDS = ["match", "case", "type", "_", "print", "exec"];

export function createNameTable(): NameTable {
  const table = { slots: new Int32Array(1 << 11), spellings: [""], hashes: [0], values: [""] };
  for (const name of KEYWORDS) addName(table, name, hashOf(name));
  for (const name of SOFT_KEYWORDS) addName(table, name, hashOf(name));
  return table;
}

/** The id of the name at `start` to `end`, whose hash is `hash`. */
export function nameId(table: NameTable, text: string, start: number, end: number, hash: number): number {
  const { slots, spellings, hashes } = table;
  const mask = slots.length - 1;
  const length = end - start;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot]!;
    if (id === 0) return addName(table, text.slice(start, end), hash);
    if (hashes[id] !== hash) continue;
    const spelling = spellings[id]!;
    if (spelling.length === length && text.startsWith(spelling, start)) return id;
  }
}

/** One step of the hash, for the lexer's loop. */
export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function hashOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = addToHash(hash, name.charCodeAt(index));
  return hash;
}

function addName(table: NameTable, spelling: string, hash: number): number {
  const id = table.spellings.length;
  if (id * 2 > table.slots.length) grow(table);
  place(table.slots, id, hash);
  table.spellings.push(spelling);
  table.hashes.push(hash);
  table.values.push(isAscii(spelling) ? spelling : spelling.normalize("NFKC"));
  return id;
}

/** Python compares names after compatibility normalization, which leaves ASCII as it is. */
function isAscii(spelling: string): boolean {
  for (let index = 0; index < spelling.length; index++) {
    if (spelling.charCodeAt(index) >= 128) return false;
  }
  return true;
}

function grow(table: NameTable): void {
  table.slots = new Int32Array(table.slots.length * 2);
  for (let id = 1; id < table.hashes.length; id++) place(table.slots, id, table.hashes[id]!);
}

function place(slots: Int32Array, id: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id;
}
