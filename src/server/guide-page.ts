import type { Guide } from "../guide/content.js";
import type { GuidePageParams, GuidePageResult } from "../protocol.js";
import { pages } from "../report/pages.js";
import { rules } from "../rules/index.js";

/** A page of the rules or the guide, as Markdown, by the path of its address. */
export function guidePage({ path }: GuidePageParams, guide: Guide): GuidePageResult {
  // What a team hides is still quoted by rules, so its page is still there, as it ships.
  return (pages(rules, guide).get(path) ?? pages(rules).get(path))?.() ?? null;
}
