import type { Evidence, Objection, Place } from "../../checklist/evidence.js";
import type { ItemResult } from "../../checklist/result.js";
import { list, prose, section, webLink } from "../../report/checklist/html-parts.js";
import { verdictClass } from "../../report/checklist/html-item.js";
import {
  furtherAsks,
  levelText,
  placeText,
  reasonOf,
  shareText,
  stagesOf,
  unreadableText,
  verdictOrder,
  verdictSigns,
} from "../../report/checklist/words.js";
import { escapeHtml } from "../../report/html.js";
import { itemPath } from "../../report/page-links.js";
import { anchorOf, type Panel, placeLink, plural } from "./panel.js";
import { verdictWords } from "./verdict-words.js";

/** All items by stage, with what finds those that one looks for. */
export function itemsHtml(panel: Panel): string {
  const stages = stagesOf(panel.report).map(({ stage, title, score, items }) => {
    const id = `stage-${stage}`;
    const state = `${shareText(score)}, ${plural(items.length, "question", "questions")}`;
    return `<section class="stage" data-stage="${stage}" aria-labelledby="${id}"><h3 id="${id}">${escapeHtml(title)} <small>${state}</small></h3>${items.map((item) => itemHtml(item, panel)).join("")}</section>`;
  });
  return section("items", "Questions", [filterHtml(panel), ...stages]);
}

function filterHtml({ report }: Panel): string {
  const { items } = report.result;
  const verdicts = verdictOrder.flatMap((verdict) => {
    const count = items.filter((item) => item.verdict === verdict).length;
    const box = `<label><input type="checkbox" name="verdict" value="${verdict}"> ${verdictWords[verdict]} (${count})</label>`;
    return count === 0 ? [] : [box];
  });
  const stages = stagesOf(report).map(({ stage, title }) => `<option value="${stage}">${escapeHtml(title)}</option>`);
  return `<form id="filter" role="search" aria-label="Filter of the questions">
<fieldset><legend>Verdicts</legend>${verdicts.join("")}</fieldset>
<label>Stage <select name="stage"><option value="">All stages</option>${stages.join("")}</select></label>
<label>Words <input type="search" name="words" placeholder="id, question or evidence"></label>
<button type="reset">Show all</button>
<p id="count" role="status">${plural(items.length, "question", "questions")}</p>
</form>`;
}

function itemHtml(item: ItemResult, panel: Panel): string {
  const { id, verdict, stage, question, severity } = item;
  // What a person said is told with the rest of their word.
  const isWord = item.attestation !== undefined && item.reason.startsWith(item.attestation.who);
  const reason = isWord ? undefined : reasonOf(item);
  const gravity = severity === "blocker" ? `<span class="tag">blocker</span>` : "";
  return `<details class="item" id="${anchorOf(id)}" data-item="${escapeHtml(id)}" data-verdict="${verdict}" data-stage="${stage}">
<summary><span class="verdict ${verdictClass(item)}"><span aria-hidden="true">${verdictSigns[verdict]}</span> ${verdictWords[verdict]}</span><h4><span class="id">${escapeHtml(id)}</span> ${prose(question)}</h4>${gravity}</summary>
<div class="body">
${reason === undefined ? "" : `<p>${prose(reason)}</p>`}
${[standHtml(item), evidenceHtml(item, panel), ...restHtml(item, panel), wordHtml(item)].join("")}
${doHtml(item)}
</div>
</details>`;
}

function standHtml({ level, passLevel, verdict }: ItemResult): string {
  if (verdict === "n/a") return "";
  const wanted =
    passLevel === "attested"
      ? "a person's word"
      : passLevel === "findings"
        ? "that nothing is found against it, and that something shows care"
        : `${levelText(passLevel)} (${passLevel})`;
  return `<p class="stand">Evidence: ${levelText(level)} (${level}). A pass takes: ${wanted}.</p>`;
}

function evidenceHtml({ evidence, objections }: ItemResult, panel: Panel): string {
  const line = (one: Evidence | Objection, more: string): string =>
    `${placeLink(one, panel, placeText(one))} ${prose(one.what)}${more}`;
  return (
    part(
      "Evidence",
      evidence.map((one) => line(one, ` <span class="tag">${levelText(one.level)}</span>`)),
    ) +
    part(
      "What speaks against it",
      objections.map((one) => line(one, "")),
    )
  );
}

function restHtml(item: ItemResult, panel: Panel): readonly string[] {
  const { missing, candidates, searched, unreadable } = item;
  const places = candidates.filter(
    (place, index) => candidates.findIndex((other) => samePlace(place, other)) === index,
  );
  return [
    part("What is missing", missing.map(prose)),
    part("What a person is asked", furtherAsks(item).map(prose)),
    part(
      "Where to look",
      places.map((place) => placeLink(place, panel, placeText(place))),
    ),
    part("What was searched", searched.map(prose)),
    part("What could not be read", unreadable.map(unreadableText).map(prose)),
  ];
}

function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line && a.cell === b.cell;
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<h5 class="label">${title}</h5>${list(lines)}`;
}

/** What a person said, when it counts. */
function wordHtml({ attestation }: ItemResult): string {
  if (attestation === undefined) return "";
  const { who, verdict, date, expiresOn, note, link } = attestation;
  const said = { pass: "said that it holds", fail: "said that it does not hold", "n/a": "left it out" }[verdict];
  const at = link === undefined ? "" : ` ${webLink(link, link)}`;
  const noted = note === undefined ? "" : `<blockquote>${prose(note)}</blockquote>`;
  return `<h5 class="label">Sign-off</h5><p>${escapeHtml(who)} ${said} on ${escapeHtml(date)}. It counts until ${escapeHtml(expiresOn)}.${at}</p>${noted}`;
}

function doHtml({ id, custom, verdict }: ItemResult): string {
  const words = verdict === "human" ? "Answer" : "Sign off";
  const name = escapeHtml(id);
  const page = custom ? "" : `<a href="ml-preflight-guide:${itemPath(id)}">About ${name} in the guide</a>`;
  return `<p class="buttons"><button type="button" data-do="sign" data-value="${name}">${words} ${name} …</button>${page}</p>`;
}
