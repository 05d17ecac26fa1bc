import type { FormModule } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";

/** `preflight: ignore[rule-a, rule-b] -- reason`, as written in a comment; the span is the directive without the comment's sign. */
export interface SuppressionComment extends Span {
  readonly scope: "line" | "file";
  /** What stands between the brackets; empty when there are none, and then nothing is suppressed. */
  readonly rules: readonly SuppressedRule[];
  readonly reason: string | undefined;
  /** For scope "line": an offset in the line whose findings are suppressed. */
  readonly target: number;
}

export interface SuppressedRule extends Span {
  readonly id: string;
}

/** As much of a file as its comments take; any format that has some can be seen in this way. */
export type Commented = Pick<FormModule, "text" | "comments" | "notebook">;

/** The comments of a module that turn rules off. */
export function readSuppressionComments(form: Commented): readonly SuppressionComment[] {
  // Nearly no file has one, and then no comment needs to be looked at.
  if (!form.text.includes(marker)) return [];
  const ends = new Map(form.comments.map((comment) => [comment.start, comment.end]));
  return form.comments.flatMap((comment) => {
    const text = form.text.slice(comment.start, comment.end);
    return [...text.matchAll(directive)].map((match) => readDirective(cellText(form, comment), match, comment, ends));
  });
}

/** A comment at the end of a cell says nothing of the next one: the text ends with its cell. */
function cellText({ text, notebook }: Commented, { start }: Span): string {
  const cell = notebook?.find((part) => part.kind === "code" && part.start <= start && start <= part.end);
  return cell === undefined ? text : text.slice(0, cell.end);
}

const marker = "preflight:";

/** Another tool's comment may stand before ours: `# type: ignore  # preflight: ignore[rule]`. */
const directive =
  /(?<sign>(?:^|\s)(?:#+|\/\/+|\/\*+)[ \t]*)preflight:[ \t]*ignore(?<file>-file)?(?![\w-])(?:[ \t]*\[(?<rules>[^\]\n]*)\])?(?:[ \t]*--[ \t]*(?<reason>[^\n]*))?/g;

function readDirective(
  text: string,
  match: RegExpExecArray,
  comment: Span,
  ends: ReadonlyMap<number, number>,
): SuppressionComment {
  const { sign = "", file, rules = "", reason } = match.groups ?? {};
  const start = comment.start + match.index + sign.length;
  const end = comment.start + match.index + match[0].replace(/\s*(?:\*\/)?\s*$/, "").length;
  return {
    start,
    end,
    scope: file === undefined ? "line" : "file",
    rules: readRules(rules, start + match[0].slice(sign.length).indexOf("[") + 1),
    reason: reason?.replace(/\*\/\s*$/, "").trim() || undefined,
    target: standsAlone(text, comment) ? nextCode(text, comment.end, ends) : comment.start,
  };
}

function readRules(list: string, offset: number): SuppressedRule[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

/** Is the comment all there is on its lines? The braces of a JSX comment count as part of it. */
function standsAlone(text: string, comment: Span): boolean {
  const before = text.slice(lineStart(text, comment.start), comment.start).trim();
  const after = (text.slice(comment.end).match(/^[^\r\n]*/)?.[0] ?? "").trim();
  if (before === "" && after === "") return true;
  return before === "{" && after === "}" && text.startsWith("/*", comment.start);
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The first offset after `from`'s line that is neither space nor in a comment. */
function nextCode(text: string, from: number, ends: ReadonlyMap<number, number>): number {
  let offset = from;
  if (text[offset] === "}") offset++;
  while (offset < text.length) {
    const end = ends.get(offset);
    if (end !== undefined && end > offset) offset = end;
    else if (/\s/.test(text[offset]!)) offset++;
    else if (text[offset] === "{" && ends.has(offset + 1)) offset++;
    else break;
  }
  return offset;
}
