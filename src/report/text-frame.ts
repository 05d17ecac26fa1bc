import type { LineIndex } from "../syntax/line-index.js";
import type { Range } from "../syntax/span.js";
import type { Colors } from "./text.js";

/** A line of source with carets under the part that is meant; a longer part is marked to the end of its first line. */
export function codeFrame(text: string, lines: LineIndex, range: Range, colors: Colors): string {
  const { start, end } = range;
  const span = lines.line(start.line);
  const source = text.slice(span.start, span.end).replace(/[\r\n]+$/, "");
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : source.length;

  // A very long line, as in minified code, is shown around the place.
  const left = from < widest ? 0 : from - lead;
  const right = Math.min(source.length, left + widest);
  const [before, after] = [left > 0 ? "…" : "", right < source.length ? "…" : ""];
  const code = before + printable(source.slice(left, right)) + after;
  const indent = " ".repeat(displayWidth(before + printable(source.slice(left, from))));
  const carets = "^".repeat(Math.max(1, displayWidth(printable(source.slice(from, Math.min(to, right))))));

  const gutter = String(start.line);
  const blank = " ".repeat(gutter.length);
  return [`${colors.dim(`${gutter} |`)} ${code}`, `${colors.dim(`${blank} |`)} ${indent}${colors.yellow(carets)}`].join(
    "\n",
  );
}

const widest = 160;
const lead = 40;

/** Text that cannot move the cursor or change colours, whatever stands in the file; tabs as four spaces. */
export function printable(text: string): string {
  return text
    .replaceAll("\t", "    ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, " ");
}

/** How many columns a terminal gives a text: two for the wide letters of East Asia and for most emoji, none for what combines. */
export function displayWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
