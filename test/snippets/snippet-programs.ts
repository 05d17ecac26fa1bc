import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Snippet, SnippetBody } from "../../src/guide/content.js";
import { expandSnippet } from "../../src/guide/expand-snippet.js";
import { builtInGuide } from "../../src/guide/guide.js";

/** Each body with the text that it gives when no placeholder is changed. */
export interface SnippetProgram {
  readonly snippet: Snippet;
  readonly body: SnippetBody;
  readonly code: string;
}

/** What the editor knows of the file that a snippet is inserted in. */
export const variables = {
  ...{ TM_FILENAME: "example.py", TM_FILENAME_BASE: "example" },
  ...{ CURRENT_YEAR: "2026", CURRENT_MONTH: "01", CURRENT_DATE: "31" },
};

export const snippetPrograms: readonly SnippetProgram[] = builtInGuide().snippets.flatMap((snippet) =>
  snippet.bodies.map((body) => ({ snippet, body, code: expandSnippet(body.text, variables) })),
);

export function programsIn(language: SnippetBody["language"]): readonly SnippetProgram[] {
  return snippetPrograms.filter(({ body }) => body.language === language);
}

/** What the file of given names says of one snippet. */
export interface Given {
  readonly given?: Readonly<Record<string, string>>;
  readonly then?: string;
  readonly needs?: readonly string[];
}

interface Kind {
  readonly says: string;
  readonly needs?: readonly string[];
  readonly uses?: readonly string[];
  readonly code?: string;
  readonly value: string;
}

export const given = parse(readFileSync("test/snippets/given.yaml", "utf8")) as {
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly snippets: Readonly<Record<string, Given>>;
};

/** The program that runs a Python snippet: what is given, the snippet, what uses it; and where the snippet stands in it. */
export function wholeProgram({ body, code }: SnippetProgram): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  const { given: names = {}, then = "" } = given.snippets[body.prefix] ?? {};
  const used = new Set<string>();
  const collect = (kind: string): void => {
    for (const other of given.kinds[kind]?.uses ?? []) collect(other);
    used.add(kind);
  };
  for (const kind of Object.values(names)) collect(kind);
  const before = [
    ...Object.keys(given.kinds).flatMap((kind) => (used.has(kind) ? (given.kinds[kind]?.code ?? []) : [])),
    ...Object.entries(names).map(([name, kind]) => `${name} = ${given.kinds[kind]?.value ?? "None"}`),
    "",
  ].join("\n");
  return { text: `${before}${code}\n${then}\n`, start: before.length, end: before.length + code.length };
}
