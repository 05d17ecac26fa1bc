import type { NextAction } from "../../checklist/actions.js";
import type { Comparison, ItemChange } from "../../checklist/compare.js";
import { chartsHtml } from "../../report/checklist/html.js";
import { list, prose, section } from "../../report/checklist/html-parts.js";
import {
  bandText,
  changeText,
  countsText,
  gainText,
  headline,
  numberText,
  shareText,
} from "../../report/checklist/words.js";
import { escapeHtml } from "../../report/html.js";
import { stageTitle } from "../../report/markdown.js";
import { itemLink, type Panel, plural } from "./panel.js";
import { earlierHtml } from "./panel-trend.js";

/** The three numbers, which are never folded into one, and charts of what two of them are made of. */
export function numbersHtml({ report }: Panel): string {
  const { mlTestScore, overall, openQuestions, stages } = report.result;
  const lowest = stages.find(({ score }) => score !== undefined && score === overall);
  const number = (title: string, big: string, more: string): string =>
    `<div><dt>${title}</dt><dd class="big">${big}</dd><dd>${prose(more)}</dd></div>`;
  const numbers = [
    number("ML Test Score", `${numberText(mlTestScore.final)} of 7`, bandText(mlTestScore)),
    number(
      "Overall readiness",
      shareText(overall),
      lowest === undefined
        ? "No stage that decides has a question that applies."
        : `As its weakest stage, ${stageTitle(lowest.stage)}.`,
    ),
    number(
      "Open human questions",
      String(openQuestions.length),
      openQuestions.length === 0 ? "Nobody is waited for." : "What no file can answer waits for a person.",
    ),
  ];
  return section("numbers", "Scores", [`<dl class="numbers">${numbers.join("")}</dl>`, chartsHtml(report)]);
}

/** Whether the project is ready, and what stands in its way. */
export function gateHtml({ report }: Panel): string {
  const { ready, obstacles, waivedBlockers } = report.result.gate;
  const lines = obstacles.map(({ of, kind, text }) =>
    kind === "blocker" && of !== undefined && text.startsWith(of)
      ? `${itemLink(of)}${prose(text.slice(of.length))}`
      : prose(text),
  );
  const waived = waivedBlockers.map(({ id, reason }) => `${itemLink(id)}, a blocker, was left out: ${prose(reason)}`);
  return section("gate", "Gate", [
    `<p class="outcome ${ready ? "is-pass" : "is-fail"}"><strong>${headline(report)}.</strong> ${escapeHtml(countsText(report))}.</p>`,
    ...(lines.length === 0 ? [] : [`<h3>What stands in the way</h3>`, list(lines)]),
    list(waived),
  ]);
}

/** So many are enough to begin with. */
const mostActions = 5;

/** What to do next, the best first, with the scores that it would give. */
export function actionsHtml(panel: Panel): string {
  const { nextActions } = panel.report.result;
  if (nextActions.length === 0) return section("actions", "Next best actions", ["<p>Nothing is left to gain.</p>"]);
  const line = (action: NextAction): string =>
    `${itemLink(action.id)}${action.byPerson ? " (a person)" : ""}: ${prose(action.todo)} <span class="gain">${escapeHtml(gainText(action, panel.report))}</span>`;
  const rest = nextActions.slice(mostActions).map(line);
  const more = `<details data-keep="actions"><summary>${plural(rest.length, "more action", "more actions")}</summary>${list(rest, "ol", mostActions + 1)}</details>`;
  return section("actions", "Next best actions", [
    "<p>What raises the scores most comes first; below each, what the scores would be.</p>",
    list(nextActions.slice(0, mostActions).map(line), "ol"),
    ...(rest.length === 0 ? [] : [more]),
  ]);
}

/** What is other than in an earlier run. */
export function changesHtml(panel: Panel): string {
  const { changes } = panel.report;
  if (changes === undefined) {
    const words = "<p>This is the first run that is remembered here. The next one will say what changed.</p>";
    return section("changes", "Changes", [words]);
  }
  return section("changes", `Changes since ${changes.since}`, [comparisonHtml(changes.comparison), earlierHtml(panel)]);
}

/** What is better, worse or otherwise than it was, each leading to its item. */
export function comparisonHtml({ better, worse, moved, added, removed }: Comparison): string {
  const line = (change: ItemChange): string => `${itemLink(change.id)}: ${prose(changeText(change))}`;
  const groups = [
    group("Worse", worse.map(line)),
    group("Better", better.map(line)),
    group("Otherwise", moved.map(line)),
    group("New questions", added.map(itemLink)),
    group("Questions that are gone", removed.map(escapeHtml)),
  ].join("");
  return groups === "" ? "<p>No verdict is other than it was, and no evidence is weaker or stronger.</p>" : groups;
}

function group(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<h3>${title}</h3>${list(lines)}`;
}
