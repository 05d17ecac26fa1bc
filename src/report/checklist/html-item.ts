import type { Evidence, Objection } from "../../checklist/evidence.js";
import type { ItemResult } from "../../checklist/result.js";
import { builtInGuide } from "../../guide/guide.js";
import { escapeHtml } from "../html.js";
import { hostedAddress, itemPath } from "../page-links.js";
import { code, list, prose, webLink } from "./html-parts.js";
import { furtherAsks, gravityText, levelText, placeText, reasonOf, unreadableText, verdictSigns } from "./words.js";

/** An item that opens to what led to its verdict. A blocker that stands in the way is open from the start. */
export function htmlItem(item: ItemResult, docsUrl: string | undefined): string {
  const { id, verdict, question, missing, asks, searched, candidates, unreadable } = item;
  const [gravity, reason] = [gravityText(item), reasonOf(item)];
  const isOpen = gravity !== undefined && ["fail", "human", "unknown"].includes(verdict);
  const known = item.custom ? undefined : builtInGuide().items.find((one) => one.id === id);
  const parts = [
    ...(reason === undefined ? [] : [`<p>${prose(reason)}</p>`]),
    labelled("Evidence", item.evidence.map(evidenceHtml)),
    labelled("Against it", item.objections.map(objectionHtml)),
    labelled("Missing", missing.map(prose)),
    labelled("A person is asked", furtherAsks(item).map(prose)),
    labelled("Best places to look", asks.length === 0 ? [] : candidates.map(placeText).map(code)),
    labelled("Could not be read", unreadable.map(unreadableText).map(prose)),
    labelled("Searched", item.evidence.length > 0 ? [] : searched.map(prose)),
    attestationHtml(item),
    ...(known === undefined ? [] : [`<p class="why">${prose(known.why)} ${pageLink(id, docsUrl)}</p>`]),
  ].filter((part) => part !== "");
  return [
    `<details class="item" id="${escapeHtml(id)}"${isOpen ? " open" : ""}>`,
    `<summary><span class="verdict ${verdictClass(item)}"><span aria-hidden="true">${verdictSigns[verdict]}</span> ${verdict}</span> <span class="id">${escapeHtml(id)}</span> ${prose(question)}${gravity === undefined ? "" : ` <strong>(${gravity})</strong>`}</summary>`,
    ...parts,
    "</details>",
  ].join("\n");
}

/** The class by which a verdict is coloured. */
export function verdictClass({ verdict }: Pick<ItemResult, "verdict">): string {
  return `is-${verdict.replace("/", "")}`;
}

function labelled(label: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<p class="label">${label}</p>\n${list(lines)}`;
}

function evidenceHtml(one: Evidence): string {
  return `${code(placeText(one))} ${prose(one.what)} <span class="quiet">(${levelText(one.level)})</span>`;
}

function objectionHtml(one: Objection): string {
  return `${code(placeText(one))} ${prose(one.what)}`;
}

function attestationHtml({ attestation }: ItemResult): string {
  if (attestation === undefined) return "";
  const { who, date, expiresOn, note, link } = attestation;
  const said = `Said by ${who} on ${date}, counts until ${expiresOn}.${note === undefined ? "" : ` ${note}`}`;
  return `<p>${prose(said)}${link === undefined ? "" : ` ${webLink(link, link)}`}</p>`;
}

function pageLink(id: string, docsUrl: string | undefined): string {
  return docsUrl === undefined ? "" : webLink(hostedAddress(docsUrl, itemPath(id)), `What counts for ${id}`);
}
