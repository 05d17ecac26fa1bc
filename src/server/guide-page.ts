import type { Guide } from "../guide/content.js";
import { allRules } from "../project/project-rules/all-rules.js";
import type { GuidePageParams, GuidePageResult } from "../protocol.js";
import { pageDocument } from "../report/page.js";
import { findPage } from "../report/pages.js";

/** A page of the rules or the guide, as Markdown, by the path of its address. */
export function guidePage({ path }: GuidePageParams, guide: Guide): GuidePageResult {
  const page = findPage(path, allRules, guide);
  return page === undefined ? null : pageDocument(page);
}
