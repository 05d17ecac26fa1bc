import type { GuidePageParams, GuidePageResult } from "../protocol.js";
import { pages } from "../report/pages.js";
import { rules } from "../rules/index.js";

/** A page of the rules or the guide, as Markdown, by the path of its address. */
export function guidePage({ path }: GuidePageParams): GuidePageResult {
  return pages(rules).get(path)?.() ?? null;
}
