import type { Guide } from "../guide/content.js";
import { allRules } from "../project/project-rules/all-rules.js";
import type { GuideViewParams, GuideViewResult } from "../protocol.js";
import { escapeHtml } from "../report/html.js";
import { checklistScheme } from "../protocol-checklist.js";
import { findingHtml, textName } from "../report/finding-html.js";
import { pageHtml } from "../report/page-html.js";
import { pageStyle } from "../report/page-style.js";
import { findPage } from "../report/pages.js";
import type { Finding } from "../rules/rule.js";
import type { Range } from "../syntax/span.js";
import { checkedText } from "./checked-text.js";
import { toLspRange } from "./diagnostics.js";
import type { Session } from "./session.js";
import { pathOf } from "./uris.js";

/** A page as HTML for an editor's web view; a rule's with the finding of it that is nearest to a place. */
export async function guideView(
  { path, near }: GuideViewParams,
  guide: Guide,
  session: Session,
): Promise<GuideViewResult> {
  const page = findPage(path, allRules, guide);
  if (page === undefined) return null;
  const rule = allRules.find(({ meta }) => meta.id === page.subject)?.meta.id;
  const own = rule === undefined || near === undefined ? "" : await ownFinding(rule, near, session);
  const answer = guide.items.some(({ id }) => id === page.subject) ? checklistLink(page.subject ?? "") : "";
  return { title: page.title, html: pageHtml(page, (link) => link, own + answer), style: pageStyle };
}

/** From what an item asks to what was found about it. */
function checklistLink(item: string): string {
  return `<p><a href="${checklistScheme}:${escapeHtml(item)}">See ${escapeHtml(item)} in the readiness checklist of this project</a></p>`;
}

async function ownFinding(
  rule: string,
  { uri, position }: NonNullable<GuideViewParams["near"]>,
  session: Session,
): Promise<string> {
  const { documents, files } = session;
  const document = documents.text(uri);
  const checked = document && (await checkedText(document, session));
  if (document === undefined || checked === undefined) return "";
  const ofRule = checked.findings.filter((finding) => finding.rule === rule);
  const finding = nearest(ofRule, position);
  if (finding === undefined) return "";

  const { addressOf } = checked;
  const relatedTexts = new Map<string, string>();
  for (const place of finding.related) {
    const key = textName(place.path, place);
    if (relatedTexts.has(key)) continue;
    const address = addressOf(place);
    const open = documents.text(address)?.getText();
    const file = pathOf(address);
    const bytes = open === undefined && file !== undefined ? await files.read(file) : undefined;
    const text = open ?? (bytes && new TextDecoder().decode(bytes));
    if (text !== undefined) relatedTexts.set(key, text);
  }
  return findingHtml({
    finding,
    text: document.getText(),
    relatedTexts,
    addressOf: (path, range) => `${addressOf({ path, ...range })}#${fragmentOf(range)}`,
    others: ofRule.filter((other) => other !== finding),
  });
}

/** The finding that begins at the place or, when the text has moved since, the one on the nearest line. */
function nearest(
  findings: readonly Finding[],
  { line, character }: NonNullable<GuideViewParams["near"]>["position"],
): Finding | undefined {
  const distance = (finding: Finding): number => {
    const { start, end } = toLspRange(finding);
    const lines = line < start.line ? start.line - line : Math.max(0, line - end.line);
    return lines * 1_000 + Math.min(999, Math.abs(character - start.character));
  };
  return findings.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** As editors name a place in an address: `L12,5`. */
function fragmentOf({ start }: Range): string {
  return `L${start.line},${start.column}`;
}
