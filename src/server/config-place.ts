/** Where in the structure of a configuration file an offset stands. Goes by lines and columns, so half-typed text is fine. */
export interface ConfigPlace {
  /** The keys that lead to the mapping or value, outermost first; an entry of a list is "[]". */
  readonly path: readonly string[];
  /** Is a key written here, or the value of the last key of `path`? */
  readonly part: "key" | "value";
  /** The word at the offset, which may be empty. */
  readonly word: { readonly start: number; readonly end: number };
  /** A space is missing between the colon and the value. */
  readonly needsSpace: boolean;
}

export function configPlace(text: string, offset: number): ConfigPlace | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const wordStart = offset - (/[\w.-]*$/.exec(before)?.[0].length ?? 0);
  const wordEnd = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const word = { start: wordStart, end: wordEnd };

  const line = readLine(before);
  const parents = parentsOf(text.slice(0, lineStart), line);
  if (line.key === undefined) return { path: parents, part: "key", word, needsSpace: false };
  const flow = readFlow(line.rest);
  return {
    path: [...parents, line.key, ...flow.path],
    part: flow.part,
    word,
    needsSpace: line.rest === "" && wordStart === offset,
  };
}

interface Line {
  /** The columns of the dashes that open list entries. */
  readonly dashes: readonly number[];
  /** The column of what comes after indentation and dashes. */
  readonly column: number;
  /** The key, when its colon is written. */
  readonly key: string | undefined;
  readonly rest: string;
}

function readLine(line: string): Line {
  const lead = /^(?: |-(?= |$))*/.exec(line)?.[0] ?? "";
  const match = /^["']?(?<key>[\w.-]+)["']?\s*:(?<rest>(?:\s.*)?)$/.exec(line.slice(lead.length));
  return {
    dashes: [...lead.matchAll(/-/g)].map(({ index }) => index),
    column: lead.length,
    key: match?.groups?.["key"],
    rest: match?.groups?.["rest"] ?? "",
  };
}

/** The keys above a line, by their columns: each parent stands further to the left than what it holds. */
function parentsOf(above: string, line: Line): string[] {
  const path: string[] = [];
  // The dashes of a list may stand at the column of the list's key, but two entries of one list stand side by side.
  let keysLeftOf = line.column;
  let dashesLeftOf = line.column;
  const takeDashes = (dashes: readonly number[]): void => {
    for (const dash of dashes.toReversed()) {
      if (dash >= dashesLeftOf) continue;
      path.unshift("[]");
      keysLeftOf = dash + 1;
      dashesLeftOf = dash;
    }
  };
  takeDashes(line.dashes);
  for (const text of above.split("\n").reverse()) {
    if (keysLeftOf === 0) break;
    if (/^\s*(?:#.*)?$/.test(text)) continue;
    const parent = readLine(text.trimEnd());
    if (parent.key !== undefined && parent.column < keysLeftOf) {
      path.unshift(parent.key);
      keysLeftOf = parent.column;
      dashesLeftOf = parent.column;
    }
    takeDashes(parent.dashes);
  }
  return path;
}

/** Follows `{a: {b: ` and `[x, ` in what stands between a key's colon and the cursor. */
function readFlow(rest: string): Pick<ConfigPlace, "path" | "part"> {
  const open: { readonly isMap: boolean; key: string | undefined }[] = [];
  let word = "";
  for (const char of rest) {
    const inner = open.at(-1);
    if (char === "{" || char === "[") open.push({ isMap: char === "{", key: undefined });
    else if (char === "}" || char === "]") open.pop();
    else if (char === "," && inner !== undefined) inner.key = undefined;
    else if (char === ":" && inner?.isMap === true) inner.key = word.trim();
    word = /[\w.-]/.test(char) ? word + char : "";
  }
  const inner = open.at(-1);
  const path = open.flatMap(({ isMap, key }) => (isMap ? (key ?? []) : ["[]"]));
  return { path, part: inner?.isMap === true && inner.key === undefined ? "key" : "value" };
}
