import type { ConfigEntry, DocSection } from "../file-facts.js";
import { isTemplateText } from "./template-text.js";
import { countWords } from "./words.js";

/** Puts the sections of one file together, while its reader goes through it. */
export interface Sections {
  heading(heading: string, level: number, line: number): void;
  /** A line of text; in a list it may begin with a box to tick. */
  text(text: string): void;
  code(language: string, text: string, line: number): void;
  done(frontMatter?: readonly ConfigEntry[]): readonly DocSection[];
}

interface OpenSection extends Pick<DocSection, "heading" | "level" | "line"> {
  readonly lines: string[];
  readonly code: DocSection["code"][number][];
  readonly boxes: { ticked: number; open: number };
}

export function openSections(path: string): Sections {
  const found: OpenSection[] = [];
  let current = section("", 0, 1);
  return {
    heading: (heading, level, line) => {
      found.push(current);
      current = section(heading, level, line);
    },
    text: (text) => {
      const [, mark] = box.exec(text) ?? [];
      if (mark !== undefined) current.boxes[mark === " " ? "open" : "ticked"]++;
      const plain = text.replace(box, "").trim();
      if (plain !== "") current.lines.push(plain);
    },
    code: (language, text, line) => current.code.push({ language, text, line }),
    done: (frontMatter) => {
      const all = [...found, current];
      const [first, ...others] = all;
      const isEmpty = first?.lines.length === 0 && first.code.length === 0;
      const isNeeded = first?.heading !== "" || !isEmpty || frontMatter !== undefined;
      return (isNeeded ? all : others).map((open, index) => ({
        ...closed(path, open),
        ...(index === 0 && frontMatter !== undefined ? { frontMatter } : {}),
      }));
    },
  };
}

const box = /^\[([ xX])\](?=\s|$)/;

function section(heading: string, level: number, line: number): OpenSection {
  return { heading, level, line, lines: [], code: [], boxes: { ticked: 0, open: 0 } };
}

function closed(path: string, { heading, level, line, lines, code, boxes }: OpenSection): DocSection {
  const text = lines.join("\n");
  return {
    path,
    heading,
    level,
    line,
    text,
    words: countWords(text),
    isTemplate: isTemplateText(heading, lines),
    code,
    boxes,
  };
}
