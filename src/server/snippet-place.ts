import type { FormModule, Statement } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";
import { beginsLine, isClassBody, placedAround } from "./placed-statements.js";
import { endOfImports, splitImports } from "./snippet-imports.js";
import { endOfLine, indentOf, indentUnit, lineStart, lineText } from "./text-lines.js";

/** What is put into a text for a snippet: its lines with their tab stops, and imports at the file's own. */
export interface PlacedSnippet {
  readonly start: number;
  /** In the syntax of snippets. */
  readonly text: string;
  readonly imports: { readonly start: number; readonly newText: string } | undefined;
}

/**
 * Where a snippet goes that is offered for a finding: functions and classes above the statement of the top level that
 * the finding is in, other lines above the finding's own statement. `part` is its cell in a notebook, else the whole text.
 */
export function placeSnippet(form: FormModule, finding: Span, part: Span, snippet: string): PlacedSnippet {
  const { text, language } = form;
  const split = splitImports(form, plain(snippet, indentUnit(text, language)));
  const isDefinition = definition[language].test(split.body);
  const importsAt = split.imports.length === 0 ? undefined : endOfImports(form, finding.start);
  const head = importsAt === undefined ? split.imports : [];
  const body = `${split.body}$0`.split("\n");
  const start = anchorOf(form, finding, part, isDefinition);
  const indent = isDefinition || start === part.end ? "" : indentOf(text, start);
  const gap = isDefinition && language === "python" ? 2 : isDefinition || body.length + head.length > 1 ? 1 : 0;
  const lines = [...head, ...(head.length > 0 ? Array<string>(gap).fill("") : []), ...body];
  const code = lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
  const isLast = text.slice(start, part.end).trim() === "";
  const below = !isLast ? "\n".repeat(gap + 1) : form.notebook === undefined ? "\n" : "";
  const eol = endOfLine(text);
  return {
    start,
    text: (lead(text.slice(part.start, start), isDefinition, gap) + code + below).replaceAll("\n", eol),
    imports:
      importsAt === undefined
        ? undefined
        : { start: importsAt, newText: split.imports.map((one) => eol + one).join("") },
  };
}

const definition: Readonly<Record<FormModule["language"], RegExp>> = {
  python: /^(?:async def |def |class |@)/m,
  typescript:
    /^(?:export |default |async |abstract )*(?:function|class|interface|type)\b|^(?:export )?const \w+ = (?:async )?\(/m,
};

/** Indented as the file is. The last tab stop is where the snippet ends, whatever line it stands on. */
function plain(snippet: string, unit: string): string {
  const code = snippet.replace(/\s*\$0\s*$/, "").trimEnd();
  return code.replace(/^\t+/gm, (tabs) => unit.repeat(tabs.length));
}

/** The line above which the snippet goes, or the end of the part. */
function anchorOf(form: FormModule, finding: Span, part: Span, isDefinition: boolean): number {
  const around = placedAround(form, finding);
  const outer = around[0];
  // Among imports there is no place for other code.
  const run = outer === undefined ? 0 : form.body.indexOf(outer.statement);
  const isImport = outer?.statement.kind === "Import";
  const next = isImport ? form.body.slice(run).find(({ kind }) => kind !== "Import") : undefined;
  if (isImport) return next === undefined || next.start >= part.end ? part.end : topOf(form, next, part);
  const canStand = around.filter(({ statement, block }) => beginsLine(form, statement) && !isClassBody(form, block));
  const above = isDefinition ? canStand[0] : canStand.at(-1);
  return above === undefined
    ? lineStart(form.text, Math.max(finding.start, part.start))
    : topOf(form, above.statement, part);
}

/** The first line of a statement, with its decorators and the comments that stand right above it. */
function topOf({ text, comments }: FormModule, statement: Statement, part: Span): number {
  const decorators = statement.kind === "FunctionStatement" ? statement.function.decorators : [];
  const own = statement.kind === "ClassStatement" ? statement.decorators : decorators;
  const first = lineStart(text, Math.min(statement.start, ...own.map(({ start }) => start)));
  let top = first;
  for (const comment of comments.toReversed()) {
    if (comment.end > top || comment.start < part.start) continue;
    const begin = lineStart(text, comment.start);
    const isOwnLine =
      text.slice(begin, comment.start).trim() === "" && /^(?:\r\n?|\n)$/.test(text.slice(comment.end, top));
    if (!isOwnLine || marks.test(lineText(text, comment.start))) break;
    top = begin;
  }
  // What stands at the very top is about the file.
  return top === part.start ? first : top;
}

/** Comments that divide a file into parts. */
const marks = /^\s*(?:#\s*%%|#\s*In\[|# COMMAND|(?:#|\/\/)\s*#?(?:end)?region\b|#!)/;

/** The blank lines above the snippet, of which some may be there. */
function lead(above: string, isDefinition: boolean, gap: number): string {
  if (above.trim() === "") return "";
  const ends = /(?:[ \t]*(?:\r\n|\r|\n))*$/.exec(above)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
  const opens = !isDefinition && /[:{([,][ \t]*$/.test(above.trimEnd());
  return "\n".repeat(Math.max(0, (opens ? 0 : gap) + 1 - ends));
}
