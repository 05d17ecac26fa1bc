import type { NextAction } from "../../checklist/actions.js";
import type { ItemChange } from "../../checklist/compare.js";
import { escapeHtml } from "../html.js";
import { browserColors, pageStyle } from "../page-style.js";
import { barChart } from "./chart.js";
import type { ChecklistReport } from "./checklist-report.js";
import { htmlItem } from "./html-item.js";
import { list, prose, section } from "./html-parts.js";
import { checklistStyle, verdictColors } from "./html-style.js";
import * as words from "./words.js";

/** A run as one page that a browser shows by itself: no script, and nothing that has to be fetched. */
export function checklistHtml(report: ChecklistReport): string {
  const title = `Readiness of ${report.project}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} · ML Preflight</title>
<style>${browserColors}${verdictColors}${pageStyle}${checklistStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
${bodyOf(report, title)}
</body>
</html>
`;
}

function bodyOf(report: ChecklistReport, title: string): string {
  const sections = [
    { id: "charts", title: "Scores", parts: [chartsHtml(report)] },
    { id: "changes", title: `Changes since ${report.changes?.since ?? ""}`, parts: changesHtml(report) },
    { id: "obstacles", title: "What stands in the way", parts: [obstaclesHtml(report)] },
    { id: "actions", title: "Next actions", parts: [actionsHtml(report)] },
    { id: "questions", title: "Open questions", parts: [questionsHtml(report)] },
    { id: "items", title: "Items", parts: itemsHtml(report) },
    { id: "faults", title: "What could not be used", parts: faultsHtml(report) },
    { id: "left-out", title: "Left out by the team", parts: [list(words.leftOut(report).map(leftOutHtml))] },
    { id: "profile", title: "What the project was taken for", parts: [profileHtml(report)] },
  ].filter(({ parts }) => parts.some((part) => part !== ""));
  const links = sections.map((one) => `<li><a href="#${one.id}">${escapeHtml(one.title)}</a></li>`);
  return [
    `<header>\n<nav aria-label="Parts of the report"><ul>${links.join("")}</ul></nav>\n</header>`,
    `<main id="content" tabindex="-1">`,
    `<h1>${escapeHtml(title)}</h1>`,
    summaryHtml(report),
    ...sections.map((one) => section(one.id, one.title, one.parts)),
    "</main>",
    `<footer><p>ML Preflight, ${escapeHtml(report.date)}. Found in the project's files; nothing of it was run.</p></footer>`,
  ].join("\n");
}

function summaryHtml(report: ChecklistReport): string {
  const { gate, items, mlTestScore, overall, openQuestions } = report.result;
  const number = (title: string, big: string, more: string): string =>
    `<div><dt>${title}</dt><dd class="big">${big}</dd><dd>${prose(more)}</dd></div>`;
  return [
    `<p class="outcome ${gate.ready ? "is-pass" : "is-fail"}"><strong>${words.headline(report)}.</strong> ${items.length} items: ${words.countsText(report)}.</p>`,
    `<dl class="numbers">`,
    number("ML Test Score", `${words.numberText(mlTestScore.final)} of 7`, words.bandText(mlTestScore)),
    number("Overall readiness", words.shareText(overall), "The lowest score of five stages"),
    number("Open questions", String(openQuestions.length), "Items that wait for a person"),
    "</dl>",
  ].join("\n");
}

function obstaclesHtml({ result }: ChecklistReport): string {
  const { obstacles, waivedBlockers } = result.gate;
  const ids = new Set(result.items.map(({ id }) => id));
  return list([
    ...obstacles.map(({ of, text }) =>
      of !== undefined && ids.has(of) && text.startsWith(of)
        ? `${itemLink(of)}${prose(text.slice(of.length))}`
        : prose(text),
    ),
    ...waivedBlockers.map(({ id, reason }) => `${itemLink(id)}, a blocker, is left out: ${prose(reason)}`),
  ]);
}

export function chartsHtml(report: ChecklistReport): string {
  const { gate, mlTestScore } = report.result;
  const low = new Set(gate.obstacles.flatMap(({ kind, of }) => (kind === "stage" && of !== undefined ? [of] : [])));
  const isLowScore = gate.obstacles.some(({ kind }) => kind === "ml-test-score");
  const stages = words.stagesOf(report).map(({ stage, title, score }) => ({
    ...{ title, share: score, isLow: low.has(stage) },
    text: score === undefined ? "does not apply" : words.shareText(score),
  }));
  const sections = mlTestScore.sections.map((one) => {
    const reached = words.sectionScore(one, mlTestScore);
    return {
      ...{ title: one.title, share: reached === undefined ? undefined : reached / one.tests },
      text: reached === undefined ? "does not apply" : `${words.numberText(reached)} of ${one.tests}`,
      isLow: isLowScore && reached === mlTestScore.final,
    };
  });
  const figure = (id: string, title: string, bars: Parameters<typeof barChart>[2]): string =>
    `<figure>\n<figcaption>${title}</figcaption>\n${barChart(id, title, bars)}\n</figure>`;
  return `<div class="charts">\n${figure("stage-scores", "Score of each stage", stages)}\n${figure("test-score", "Sections of the ML Test Score", sections)}\n</div>`;
}

function changesHtml({ changes }: ChecklistReport): readonly string[] {
  if (changes === undefined) return [];
  const { better, worse, moved, added, removed } = changes.comparison;
  const line = (change: ItemChange): string => `${itemLink(change.id)}: ${prose(words.changeText(change))}`;
  const kind = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `<p class="label">${title}</p>\n${list(lines)}`;
  const parts = [
    kind("Worse", worse.map(line)),
    kind("Better", better.map(line)),
    kind("Otherwise", moved.map(line)),
    kind("New items", added.map(itemLink)),
    kind("Items that are gone", removed.map(prose)),
  ].filter((part) => part !== "");
  return parts.length === 0 ? ["<p>No item changed.</p>"] : parts;
}

function actionsHtml(report: ChecklistReport): string {
  const line = (action: NextAction): string =>
    `${itemLink(action.id)}${action.byPerson ? " (a person)" : ""}: ${prose(action.todo)} <span class="quiet">${prose(words.gainText(action, report))}</span>`;
  const [shown, left] = words.firstOf(report.result.nextActions, mostActions);
  const rest = report.result.nextActions.slice(shown.length).map(line);
  const more =
    left === 0 ? "" : `<details>\n<summary>${left} more</summary>\n${list(rest, "ol", shown.length + 1)}\n</details>`;
  return `${list(shown.map(line), "ol")}${more}`;
}

const mostActions = 10;

function questionsHtml({ result }: ChecklistReport): string {
  const open = result.items.filter(({ asks }) => asks.length > 0);
  return list(open.map(({ id, asks }) => `${itemLink(id)}: ${asks.map(prose).join(" ")}`));
}

function itemsHtml(report: ChecklistReport): readonly string[] {
  return words
    .stagesOf(report)
    .map(({ stage, title, score, items }) =>
      section(
        `stage-${stage}`,
        `${title}: ${words.shareText(score)}`,
        [`<p class="quiet">${words.countsOf(items)}</p>`, ...items.map((item) => htmlItem(item, report.docsUrl))],
        3,
      ),
    );
}

function faultsHtml({ result }: ChecklistReport): readonly string[] {
  return [
    list(result.attestationProblems.map(({ start, message }) => `Attestations, line ${start.line}: ${prose(message)}`)),
    list(result.unreadable.map(words.unreadableText).map(prose)),
  ];
}

function leftOutHtml({ id, reason }: { readonly id: string; readonly reason: string }): string {
  return `${itemLink(id)}: ${prose(reason)}`;
}

function profileHtml({ result }: ChecklistReport): string {
  const rows = Object.entries(result.profile.facts).map(([key, { value, why }]) => {
    const answer = value === undefined ? "not known" : value ? "yes" : "no";
    return `<tr><th scope="row">${escapeHtml(key)}</th><td>${answer}</td><td>${prose(why)}</td></tr>`;
  });
  return `<div class="wide" tabindex="0"><table>\n<thead><tr><th scope="col">Fact</th><th scope="col">Holds</th><th scope="col">Why</th></tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table></div>`;
}

function itemLink(id: string): string {
  return `<a href="#${escapeHtml(id)}">${escapeHtml(id)}</a>`;
}
