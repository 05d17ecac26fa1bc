import type { DocSection } from "../file-facts.js";
import { plainRest } from "./rest-inline.js";
import { openSections } from "./section.js";

/** The sections of a reStructuredText. Their levels follow from the order in which lines under headings first appear. */
export function restSections(path: string, text: string): readonly DocSection[] {
  const lines = text.split("\n").map((line) => line.replace(/\t/g, "        ").trimEnd());
  const sections = openSections(path);
  const styles: string[] = [];
  let at = 0;

  const levelOf = (style: string): number => {
    if (!styles.includes(style)) styles.push(style);
    return styles.indexOf(style) + 1;
  };

  /** The lines below that are indented more, without what they have in common; `at` moves behind them. */
  const block = (indent: number): { readonly lines: readonly string[]; readonly start: number } => {
    while (at < lines.length && lineAt(at) === "") at++;
    const start = at;
    while (at < lines.length && (lineAt(at) === "" || indentOf(lineAt(at)) > indent)) at++;
    const found = lines.slice(start, at);
    const common = Math.min(...found.filter((line) => line !== "").map(indentOf));
    return { lines: found.map((line) => line.slice(common)), start };
  };

  const code = (language: string, indent: number): void => {
    const { lines: found, start } = block(indent);
    const options = found.findIndex((line) => !/^:[\w-]+:/.test(line));
    const first = found.findIndex((line, index) => index >= options && line !== "");
    if (first >= 0) sections.code(language, `${found.slice(first).join("\n").trimEnd()}\n`, start + first + 1);
  };

  const lineAt = (index: number): string => lines[index] ?? "";

  /** Is there a heading here, with or without a line above it? */
  const heading = (): boolean => {
    const isOver = ruler.test(lineAt(at)) && lineAt(at + 2) === lineAt(at) && lineAt(at + 1) !== "";
    const title = lineAt(isOver ? at + 1 : at);
    const under = lineAt(isOver ? at + 2 : at + 1);
    const isTitle = title !== "" && ruler.test(under) && (under.length >= title.trim().length || under.length >= 4);
    if (!isTitle || (!isOver && (title.startsWith(" ") || ruler.test(title)))) return false;
    sections.heading(plainRest(title), levelOf(`${under.charAt(0)}${isOver}`), at + (isOver ? 2 : 1));
    at += isOver ? 3 : 2;
    return true;
  };

  /** `.. name:: argument`, comments, targets and footnotes. */
  const explicit = (line: string): boolean => {
    const indent = indentOf(line);
    if (!/^\.\.(?:\s|$)/.test(line.trimStart())) return false;
    const [, substituted, name = "", argument = ""] =
      /^\s*\.\. (\|[^|]*\| )?([\w:-]+?)::(?:\s+(.*))?$/.exec(line) ?? [];
    at++;
    if (/^(?:code-block|code|sourcecode|prompt|parsed-literal|literalinclude)$/.test(name)) code(argument, indent);
    else if (name === "" || substituted !== undefined || silent.test(name)) block(indent);
    // What stands in a note is text like any other, code in it included.
    else sections.text(plainRest(argument));
    return true;
  };

  while (at < lines.length) {
    const line = lineAt(at);
    if (heading() || explicit(line)) continue;
    at++;
    if (/^\s*>>> /.test(line)) {
      at--;
      const start = at;
      while (at < lines.length && lineAt(at) !== "") at++;
      sections.code("pycon", `${lines.slice(start, at).join("\n")}\n`, start + 1);
    } else if (line.endsWith("::")) {
      sections.text(listItem(line.slice(0, -1)));
      code("", indentOf(line));
    } else if (!ruler.test(line) && !/^\s*:[\w-]+:(?:\s|$)/.test(line)) sections.text(listItem(line));
  }
  return sections.done();
}

const ruler = /^([!-/:-@[-`{-~])\1{2,}$/;
const silent =
  /^(?:image|figure|contents|toctree|raw|include|meta|math|only|automodule|autoclass|autofunction|highlight|rubric|default-role)$/;

function listItem(line: string): string {
  return plainRest(line.replace(/^\s*(?:[-*+•]|(?:\d+|#)[.)])\s+/, ""));
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}
