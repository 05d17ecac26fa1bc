import { displayWidth, printable } from "../text-frame.js";

/** A text in lines of this many columns. A word that is longer, a path for instance, stays whole so that it can be followed. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(/ +/)) {
    if (word === "") continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** The same below a first line that begins elsewhere: `head` stands before it, and the others are indented as far. */
export function hang(head: string, text: string, columns: number): readonly string[] {
  const indent = displayWidth(head);
  return wrap(text, Math.max(narrowest, columns - indent)).map((line, index) =>
    index === 0 ? `${head}${line}` : `${" ".repeat(indent)}${line}`,
  );
}

/** Below this, breaking lines helps nobody. */
const narrowest = 24;

/** A text with spaces up to this many columns. */
export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}
