import type { Language } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  const last = text.startsWith("\r\n", offset - 1) ? offset - 2 : offset - 1;
  return last < 0 ? 0 : Math.max(text.lastIndexOf("\n", last), text.lastIndexOf("\r", last)) + 1;
}

/** Where the text of the line of an offset ends: before its line ending. */
export function lineEnd(text: string, offset: number): number {
  return offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** The text of the line of an offset. */
export function lineText(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, lineEnd(text, start));
}

/** The blanks at the beginning of the line of an offset. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(lineText(text, offset))?.[0] ?? "";
}

/** How the lines of a text end. */
export function endOfLine(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** What a text indents a block by: by what its first block is indented, else as the language's readers expect. */
export function indentUnit(text: string, language: Language): string {
  const first = /^([ \t]*)\S.*[:{([][ \t]*(?:#.*|\/\/.*)?\r?\n\1([ \t]+)\S/m.exec(text)?.[2];
  return first ?? (language === "python" ? "    " : "  ");
}

/** The lines of a stretch, without their line endings. */
export function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let at = lineStart(text, start); at <= end;) {
    const stop = lineEnd(text, at);
    lines.push({ start: at, end: stop });
    if (stop === text.length) break;
    at = stop + (text.startsWith("\r\n", stop) ? 2 : 1);
  }
  return lines;
}
