import { joinPath, parentOf } from "../project/paths.js";

/** The relative link from a page to a path, which may end in an anchor. */
export function linkBetween(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const [path = "", anchor] = to.split("#");
  const parts = path.split("/");
  let shared = 0;
  while (shared < base.length && shared < parts.length - 1 && base[shared] === parts[shared]) shared++;
  const relative = [...base.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
  return anchor === undefined ? relative : `${relative}#${anchor}`;
}

/** Where a link of a page leads, as a path of ours with its anchor; undefined for what lies elsewhere. */
export function resolveLink(from: string, link: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return undefined;
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : joinPath(parentOf(from) ?? "/", path);
  return anchor === undefined ? target : `${target}#${anchor}`;
}

/** The paths of the pages that are named after what they are about. */
export const rulePath = (id: string): string => `/rules/${id}.md`;
export const topicPath = (stage: string, topic: string): string => `/guide/${stage}/${topic}.md`;
/** Of a place as rules name it, `stage/topic#anchor`. */
export const placePath = (place: string): string => `/guide/${place.replace(/(?=#|$)/, ".md")}`;
export const readingPath = (id: string): string => `/guide/readings/${id}.md`;
export const rolePath = (id: string): string => `/guide/paths/${id}.md`;
export const goalPath = (id: string): string => `/guide/goals/${id}.md`;
export const itemPath = (id: string): string => `/guide/items/${id}.md`;
export const snippetPath = (id: string): string => `/guide/snippets/${id}.md`;
export const frontPath = "/guide/README.md";

/** Where a page lies in the site, and below the address of a site that a team hosts. */
export function sitePath(path: string): string {
  if (path === frontPath) return "index.html";
  return path
    .slice(1)
    .replace(/README\.md$/, "index.md")
    .replace(/\.md$/, ".html");
}

/** The address of a page on a site that is hosted somewhere. */
export function hostedAddress(docsUrl: string, path: string): string {
  const [page = "", anchor] = path.split("#");
  return `${docsUrl.replace(/\/+$/, "")}/${sitePath(page)}${anchor === undefined ? "" : `#${anchor}`}`;
}
