import MarkdownIt from "markdown-it";
import { slug } from "../guide/slug.js";

/** What a link of a page becomes where the page is shown. */
export type LinkTo = (link: string) => string;

/**
 * Markdown as HTML that is safe to show, whoever wrote it: tags in it are text, and links of other schemes than the web's
 * are none. Headings get the addresses that links name; what can be wider than the page can be scrolled with the keyboard.
 */
export function htmlOf(markdown: string, linkTo: LinkTo): string {
  const environment: Environment = { linkTo, anchors: new Set() };
  return renderer().render(markdown, environment);
}

/** The same for a sentence within a line. */
export function inlineHtmlOf(markdown: string, linkTo: LinkTo): string {
  const environment: Environment = { linkTo, anchors: new Set() };
  return renderer().renderInline(markdown, environment);
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

interface Environment {
  readonly linkTo: LinkTo;
  readonly anchors: Set<string>;
}

let shared: MarkdownIt | undefined;

function renderer(): MarkdownIt {
  return (shared ??= newRenderer());
}

function newRenderer(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const { rules } = markdown.renderer;
  rules.heading_open = (tokens, index, options, environment: Environment, self) => {
    const title = tokens[index + 1]?.children?.map(({ content }) => content).join("") ?? "";
    tokens[index]?.attrSet("id", freeAnchor(slug(title), environment.anchors));
    return self.renderToken(tokens, index, options);
  };
  rules.link_open = (tokens, index, options, environment: Environment, self) => {
    const link = tokens[index]?.attrGet("href") ?? "";
    tokens[index]?.attrSet("href", environment.linkTo(link));
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => `<div class="wide" tabindex="0"><table>\n`;
  rules.table_close = () => `</table></div>\n`;
  rules.fence = (tokens, index) => `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
  return markdown;
}

/** The second heading of a name is addressed as `name-1`, as elsewhere. */
function freeAnchor(name: string, taken: Set<string>): string {
  let anchor = name;
  for (let count = 1; taken.has(anchor); count++) anchor = `${name}-${count}`;
  taken.add(anchor);
  return anchor;
}
