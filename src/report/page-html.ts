import { escapeHtml, htmlOf, type LinkTo } from "./html.js";
import { frontPath, linkBetween } from "./page-links.js";
import type { Page, PageLink } from "./page.js";

/** The places that every page leads to. */
const sections: readonly PageLink[] = [
  { title: "Guide", path: frontPath },
  { title: "Roles", path: "/guide/paths.md" },
  { title: "Goals", path: "/guide/goals.md" },
  { title: "Checklist", path: "/guide/checklist.md" },
  { title: "Tools", path: "/guide/tools.md" },
  { title: "Rules", path: "/rules/README.md" },
];

/**
 * What stands in the body of a page: the ways to it, its text, and the ways on. `linkTo` is given links as they stand in
 * the page, relative to it. `before` is HTML that stands above the text, below the title.
 */
export function pageHtml(page: Page, linkTo: LinkTo, before = ""): string {
  const { path, title, above, previous, next } = page;
  const link = (target: PageLink, attributes = "", words = escapeHtml(target.title)): string =>
    `<a ${attributes}href="${escapeHtml(linkTo(linkBetween(path, target.path)))}">${words}</a>`;
  const places = sections.map((target) => {
    const here = target.path === path ? 'aria-current="page" ' : "";
    return `<li>${link(target, here)}</li>`;
  });
  const way = [...above.map((target) => link(target)), `<span aria-current="page">${escapeHtml(title)}</span>`];
  const neighbours = [
    ...(previous === undefined ? [] : [link(previous, 'rel="prev" ', `← Previous: ${escapeHtml(previous.title)}`)]),
    ...(next === undefined ? [] : [link(next, 'rel="next" ', `Next: ${escapeHtml(next.title)} →`)]),
  ];
  const [heading, text] = atFirstHeading(page.text());
  const trail = above.length === 0 ? [] : [navigation("Where this page stands", way.map(listItem), "way")];
  return [
    `<header>\n${[navigation("Parts of the guide", places), ...trail].join("\n")}\n</header>`,
    `<main id="content" tabindex="-1">\n${htmlOf(heading, linkTo)}${before}${htmlOf(text, linkTo)}</main>`,
    ...(neighbours.length === 0
      ? []
      : [`<footer>\n${navigation("Before and after this page", neighbours.map(listItem), "on")}\n</footer>`]),
  ].join("\n");
}

function navigation(label: string, items: readonly string[], kind = "parts"): string {
  return `<nav aria-label="${label}" class="${kind}"><ul>${items.join("")}</ul></nav>`;
}

function listItem(content: string): string {
  return `<li>${content}</li>`;
}

/** A page's title, and what stands below it. */
function atFirstHeading(text: string): readonly [heading: string, rest: string] {
  const end = text.indexOf("\n");
  return text.startsWith("# ") && end > 0 ? [text.slice(0, end), text.slice(end)] : ["", text];
}
