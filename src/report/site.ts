import type { Guide } from "../guide/content.js";
import type { AnyRule } from "../rules/rule.js";
import { escapeHtml, type LinkTo } from "./html.js";
import { pageHtml } from "./page-html.js";
import { frontPath, linkBetween, resolveLink, sitePath } from "./page-links.js";
import { browserColors, pageStyle } from "./page-style.js";
import type { Page } from "./page.js";
import { findPage, pages } from "./pages.js";

/**
 * The guide and the rules as files for any web server, by their path from where they are put: plain HTML whose links are
 * relative, one style sheet, and in `links.txt` every address outside that some page leads to.
 */
export function site(rules: readonly AnyRule[], guide: Guide): ReadonlyMap<string, string> {
  const all = publishedPages(rules, guide);
  const anchors = new Map([...all].map(([path, page]) => [path, anchorsOf(page)]));
  const outside = new Set<string>();
  const files = new Map<string, string>();
  for (const [path, page] of all) {
    const file = sitePath(path);
    const linkTo: LinkTo = (link) => {
      const target = resolveLink(path, link);
      if (target === undefined) {
        outside.add(link);
        return link;
      }
      const [to = "", anchor] = target.split("#");
      // A heading that a team renames is not there any more, its page is.
      const isThere = anchor !== undefined && anchors.get(to)?.has(anchor) === true;
      return linkBetween(file, isThere ? `${sitePath(to)}#${anchor}` : sitePath(to));
    };
    files.set(file, fileHtml(page, pageHtml(page, linkTo), linkBetween(file, styleFile)));
  }
  files.set(styleFile, `${browserColors}${pageStyle}`.trimStart());
  files.set("links.txt", `${[...outside].sort().join("\n")}\n`);
  return files;
}

const styleFile = "style.css";

/** The pages for readers, with those that only the guide as it ships has, where one of them leads there. */
function publishedPages(rules: readonly AnyRule[], guide: Guide): ReadonlyMap<string, Page> {
  // Where the rows of the sources went matters to those who write the guide.
  const found = new Map([...pages(rules, guide)].filter(([path]) => path !== "/guide/inventory.md"));
  // Pages that are added meanwhile are walked too.
  for (const [path, page] of found) {
    const collect: LinkTo = (link) => {
      const [target] = resolveLink(path, link)?.split("#") ?? [];
      const missing = target === undefined || found.has(target) ? undefined : findPage(target, rules, guide);
      if (missing !== undefined) found.set(missing.path, missing);
      return link;
    };
    pageHtml(page, collect);
  }
  return found;
}

function anchorsOf(page: Page): ReadonlySet<string> {
  return new Set([...pageHtml(page, (link) => link).matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
}

function fileHtml({ title, path }: Page, body: string, style: string): string {
  const name = path === frontPath ? "ML Preflight guide" : `${title} · ML Preflight guide`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
${body}
</body>
</html>
`;
}
