import { LineIndex } from "../../../syntax/line-index.js";

/** The lines of the values of a TOML text that a parser accepts, by `tomlPath`; where it stands is all that is read here. */
export function tomlLines(text: string): ReadonlyMap<string, number> {
  const index = new LineIndex(text);
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let at = 0;
  let table: readonly string[] = [];

  const mark = (path: readonly string[], offset: number): void => {
    const key = tomlPath(path);
    if (!lines.has(key)) lines.set(key, index.position(offset).line);
  };

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ""] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };

  /** `a."b.c".d`; empty where no key stands. */
  const keys = (): readonly string[] => {
    const found: string[] = [];
    do {
      skip(spaces);
      const key = skip(keyPattern);
      if (key === "") break;
      found.push(/^["']/.test(key) ? key.slice(1, -1) : key);
      skip(spaces);
    } while (skip(dot) !== "");
    return found;
  };

  /** Where a header stands in arrays of tables, it means their last table. */
  const placed = (header: readonly string[]): readonly string[] =>
    header.reduce<readonly string[]>((path, key) => {
      const inner = [...path, key];
      const count = counts.get(tomlPath(inner));
      return count === undefined ? inner : [...inner, String(count)];
    }, []);

  const header = (isArray: boolean, from: number): void => {
    const path = keys();
    const outer = placed(path.slice(0, -1));
    const whole = [...outer, ...path.slice(-1)];
    if (isArray) counts.set(tomlPath(whole), (counts.get(tomlPath(whole)) ?? -1) + 1);
    table = isArray ? placed(path) : whole;
    mark(table, from);
    skip(restOfLine);
  };

  const setting = (base: readonly string[]): void => {
    const from = at;
    const path = [...base, ...keys()];
    skip(equals);
    mark(path, from);
    value(path);
  };

  const value = (path: readonly string[]): void => {
    if (skip(stringPattern) !== "") return;
    if (skip(open) === "") {
      skip(bare);
      return;
    }
    const isList = text.charAt(at - 1) === "[";
    for (let item = 0; at < text.length; item++) {
      skip(gap);
      if (skip(close) !== "") return;
      const before = at;
      if (isList) {
        mark([...path, String(item)], at);
        value([...path, String(item)]);
      } else setting(path);
      skip(gap);
      skip(comma);
      // A text that no parser accepts must not keep this going for ever.
      if (at === before) return;
    }
  };

  while (at < text.length) {
    const before = at;
    skip(gap);
    const from = at;
    const brackets = skip(headerOpen);
    if (brackets !== "") header(brackets === "[[", from);
    else if (at < text.length) setting(table);
    if (at === before) at++;
  }
  return lines;
}

export function tomlPath(path: readonly string[]): string {
  return path.join("\0");
}

const spaces = /[ \t]*/y;
const keyPattern = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+/y;
const dot = /\./y;
const equals = /[ \t]*=[ \t]*/y;
const gap = /(?:[\s]+|#[^\n]*)*/y;
const open = /[[{]/y;
const close = /[\]}]/y;
const comma = /,/y;
const headerOpen = /\[\[?/y;
const restOfLine = /[^\n]*/y;
const bare = /[^\n,\]}#]*/y;
const stringPattern = /"""(?:[^\\]|\\[^])*?"""{1,3}|'''[^]*?'''{1,3}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
