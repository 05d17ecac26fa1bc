import type { DocSection } from "../../project/facts/file-facts.js";
import { onceFor } from "../../project/facts/once-for.js";

/** What a document says under a heading, with the headings below it. */
export interface Passage extends Pick<DocSection, "path" | "line" | "heading" | "boxes"> {
  readonly text: string;
  readonly words: number;
}

export interface PassageSearch {
  readonly heading?: RegExp;
  readonly path?: RegExp;
  /** Fewer words say nothing. */
  readonly leastWords?: number;
}

/** What documents say about something, the longest passage first. Placeholders of templates and what others wrote are left out. */
export function passagesOf(
  docs: readonly DocSection[],
  { heading, path, leastWords = 0 }: PassageSearch,
): readonly Passage[] {
  return docs
    .flatMap((section, index): readonly Passage[] => {
      if (!isOwnDocument(section.path) || section.isTemplate) return [];
      if (heading?.test(section.heading) === false || path?.test(section.path) === false) return [];
      const passage = withBelow(docs, section, index);
      return passage.words >= leastWords ? [passage] : [];
    })
    .toSorted((a, b) => b.words - a.words);
}

/** What a whole document says, by its path. */
export function documentsAt(docs: readonly DocSection[], path: RegExp): readonly Passage[] {
  return [...documentsOf(docs)].flatMap(([one, all]): readonly Passage[] => {
    if (!path.test(one) || !isOwnDocument(one)) return [];
    const sections = all.filter((section) => !section.isTemplate);
    const [first] = sections;
    return first === undefined ? [] : [joined(first, sections)];
  });
}

/** The sections of each document. */
export const documentsOf = onceFor((docs: readonly DocSection[]): ReadonlyMap<string, readonly DocSection[]> => {
  const found = new Map<string, DocSection[]>();
  for (const section of docs) {
    const known = found.get(section.path);
    if (known === undefined) found.set(section.path, [section]);
    else known.push(section);
  }
  return found;
});

function withBelow(docs: readonly DocSection[], section: DocSection, index: number): Passage {
  const sections = [section];
  for (let at = index + 1, next = docs[at]; next !== undefined; next = docs[++at]) {
    if (section.level === 0 || next.path !== section.path || next.level <= section.level) break;
    if (!next.isTemplate) sections.push(next);
  }
  return joined(section, sections);
}

function joined({ path, line, heading }: DocSection, sections: readonly DocSection[]): Passage {
  return {
    ...{ path, line, heading, text: sections.map(({ text }) => text).join("\n") },
    words: sections.reduce((sum, { words }) => sum + words, 0),
    boxes: {
      ticked: sections.reduce((sum, { boxes }) => sum + boxes.ticked, 0),
      open: sections.reduce((sum, { boxes }) => sum + boxes.open, 0),
    },
  };
}

/** Examples, forms for issues and the list of changes say nothing about the project. */
function isOwnDocument(path: string): boolean {
  return !/(?:^|\/)(?:examples?|templates?|\.github|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|CODE_OF_CONDUCT|LICEN[CS]E)(?:[/.]|$)/i.test(
    path,
  );
}
