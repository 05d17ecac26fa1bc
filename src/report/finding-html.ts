import type { Finding } from "../rules/rule.js";
import { LineIndex } from "../syntax/line-index.js";
import type { CellRange } from "../syntax/positions.js";
import type { Range } from "../syntax/span.js";
import { escapeHtml, inlineHtmlOf } from "./html.js";
import { printable } from "./text-frame.js";

/** A finding with the code around it. */
export interface ShownFinding {
  readonly finding: Finding;
  /** The text that the finding is in. */
  readonly text: string;
  /** The address of a place of the finding: of its own, or of a related one. */
  readonly addressOf: (path: string, range: CellRange) => string;
  /** The texts of related places by `textName`, as far as they can be had. */
  readonly relatedTexts: ReadonlyMap<string, string>;
  /** Other findings of the same rule in this text. */
  readonly others: readonly Finding[];
}

/** The reader's own code as a section of the rule's page: what is said, the lines with the place marked, what belongs to it. */
export function findingHtml({ finding, text, addressOf, relatedTexts, others }: ShownFinding): string {
  const placeLink = (path: string, range: CellRange): string =>
    `<a href="${escapeHtml(addressOf(path, range))}">${escapeHtml(`${textName(path, range)}, line ${range.start.line}`)}</a>`;
  const related = finding.related.flatMap(({ path, message, ...range }) => {
    const isHere = path === finding.path && range.cell === finding.cell;
    const source = isHere ? text : relatedTexts.get(textName(path, range));
    return [
      `<p>${sentence(message)} ${placeLink(path, range)}</p>`,
      ...(source === undefined ? [] : [codeHtml(source, range, 1)]),
    ];
  });
  const also = others.map(
    ({ path, ...range }) => `<a href="${escapeHtml(addressOf(path, range))}">line ${range.start.line}</a>`,
  );
  return [
    `<section class="finding" aria-labelledby="your-code">`,
    `<h2 id="your-code">In your code</h2>`,
    `<p>${sentence(finding.message)}</p>`,
    `<p>${placeLink(finding.path, finding)}</p>`,
    codeHtml(text, finding, 3),
    ...related,
    ...(also.length === 0
      ? []
      : [`<p>Also found in this ${finding.cell === undefined ? "file" : "cell"}: ${also.join(", ")}.</p>`]),
    `</section>\n`,
  ].join("\n");
}

/** The text that a place is in: a file, or a cell of a notebook. */
export function textName(path: string, { cell }: { readonly cell?: number }): string {
  return cell === undefined ? path : `${path}, cell ${cell}`;
}

/** A long stretch is shown with its first lines. */
const mostLines = 12;

/** The lines of a stretch with some around it, numbered, and the stretch marked. */
function codeHtml(text: string, { start, end }: Range, around: number): string {
  const index = new LineIndex(text);
  const first = Math.max(1, start.line - around);
  const lastMarked = Math.min(end.line, start.line + mostLines - 1);
  const last = Math.min(index.lineCount, lastMarked + around);
  const width = String(last).length;
  const sources = Array.from({ length: last - first + 1 }, (_, offset) => {
    const span = index.line(first + offset);
    return text.slice(span.start, span.end).replace(/[\r\n]+$/, "");
  });
  // What is deep in a program needs the room to the right.
  const indents = sources.filter((source) => source.trim() !== "").map(indentOf);
  const cut = indents.length === 0 ? 0 : Math.min(...indents);
  const lines = sources.map((source, offset) => {
    const line = first + offset;
    const isMarked = line >= start.line && line <= lastMarked;
    const from = !isMarked ? source.length : line === start.line ? start.column - 1 : indentOf(source);
    const to = Math.max(from, line === end.line ? end.column - 1 : source.length);
    const show = (begin: number, stop?: number): string => escapeHtml(printable(source.slice(begin, stop)));
    const mark = from < to ? `<mark>${show(from, to)}</mark>` : "";
    const number = `<span class="number">${String(line).padStart(width)}</span>`;
    return `${number}  ${show(cut, Math.max(cut, from))}${mark}${show(to)}`;
  });
  return `<pre tabindex="0"><code>${lines.join("\n")}\n</code></pre>`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Messages have Markdown's marks of code, and no full stop where they are parts of a list. */
function sentence(message: string): string {
  return inlineHtmlOf(/[.!?]$/.test(message) ? message : `${message}.`, (link) => link);
}
