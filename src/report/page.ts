import { linkBetween } from "./page-links.js";

/** A page of the documentation. Its address is a path from the root of all pages: `/rules/ID.md`, `/guide/STAGE/TOPIC.md`. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** What it is about, as one asks `ml-preflight explain` for it: a rule, `stage/topic`, a reading, an item, a snippet, a goal. */
  readonly subject?: string;
  /** Markdown that opens with the title. Links are relative to the page. */
  readonly text: () => string;
  /** The pages above it, from the first page down. */
  readonly above: readonly PageLink[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
}

export interface PageLink {
  readonly title: string;
  readonly path: string;
}

/** A page as a Markdown document, with the ways to its neighbours at the end. */
export function pageDocument(page: Page): string {
  const { path, above, previous, next } = page;
  const link = (target: PageLink): string => `[${target.title}](${linkBetween(path, target.path)})`;
  const ways = [
    ...(above.length === 0 ? [] : [above.map(link).join(" › ")]),
    ...(previous === undefined ? [] : [`Previous: ${link(previous)}`]),
    ...(next === undefined ? [] : [`Next: ${link(next)}`]),
  ];
  return ways.length === 0 ? page.text() : `${page.text()}\n---\n\n${ways.join(" · ")}\n`;
}

/** Pages that are read one after the other. */
export function inSequence(pages: readonly Page[]): readonly Page[] {
  return pages.map((page, index) => {
    const [previous, next] = [pages[index - 1], pages[index + 1]];
    return {
      ...page,
      ...(previous === undefined ? {} : { previous: { title: previous.title, path: previous.path } }),
      ...(next === undefined ? {} : { next: { title: next.title, path: next.path } }),
    };
  });
}
