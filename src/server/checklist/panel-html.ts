import { list, prose, section } from "../../report/checklist/html-parts.js";
import { escapeHtml } from "../../report/html.js";
import { itemsHtml } from "./panel-items.js";
import { baseHtml } from "./panel-base.js";
import { type Panel, placeLink, plural } from "./panel.js";
import { actionsHtml, changesHtml, gateHtml, numbersHtml } from "./panel-summary.js";
import { signForm } from "./sign-form.js";

/** The panel of the checklist: what stands in the body of its web view. What can be pressed says so in `data-do`. */
export function panelHtml(panel: Panel): string {
  return [
    headHtml(panel),
    `<main id="content" tabindex="-1">`,
    numbersHtml(panel),
    gateHtml(panel),
    actionsHtml(panel),
    changesHtml(panel),
    baseHtml(panel),
    signOffsHtml(panel),
    itemsHtml(panel),
    profileHtml(panel),
    unreadableHtml(panel),
    "</main>",
    signForm(panel),
  ].join("\n");
}

function headHtml({ report, when, commit, isTrusted }: Panel): string {
  const at = commit === undefined ? "" : `, at commit <code>${escapeHtml(commit.slice(0, 10))}</code>`;
  const restricted = isTrusted
    ? ""
    : `<p class="note">This window is in Restricted Mode: git is not asked for your name, nor for the commit, so you type your name where you sign.</p>`;
  const buttons = [
    ["run", "Run again", ""],
    ["copy", "Copy for pull request", ""],
    ["export", "Export Markdown", "markdown"],
    ["export", "Export HTML", "html"],
    ["export", "Export JSON", "json"],
  ].map(([does, words, value]) => `<button type="button" data-do="${does}" data-value="${value}">${words}</button>`);
  return `<header>
<h1>Production readiness of ${escapeHtml(report.project)}</h1>
<p class="about">Looked at on ${escapeHtml(when)}${at}. ${plural(report.result.items.length, "question", "questions")}. Nothing of the project was run.</p>
${restricted}<div class="buttons" role="group" aria-label="The report">${buttons.join("")}</div>
</header>`;
}

/** What is wrong with the sign-offs, each at its line. */
function signOffsHtml(panel: Panel): string {
  const { report, signOffs } = panel;
  const problems = report.result.attestationProblems;
  if (problems.length === 0) return "";
  const kinds = { fault: "Fault", expired: "Expired", orphaned: "Counts for nothing" };
  const lines = problems.map(({ kind, message, start }) => {
    const at = placeLink({ path: signOffs.path, line: start.line }, panel, `line ${start.line}`);
    return `<strong>${kinds[kind]}</strong>, ${at}: ${prose(message)}`;
  });
  return section("sign-offs", "Sign-offs to look at", [list(lines)]);
}

/** What the project was taken for, which decides the items that apply. */
function profileHtml(panel: Panel): string {
  const words = (value: boolean | undefined): string => (value === undefined ? "not known" : value ? "yes" : "no");
  const rows = Object.entries(panel.report.result.profile.facts).map(([key, { value, why, places }]) => {
    const [place] = places;
    const at = place === undefined ? "" : ` (${placeLink(place, panel, `${place.path}:${place.line}`)})`;
    return `<tr><th scope="row">${escapeHtml(nameOf(key))}</th><td>${words(value)}</td><td>${prose(why)}${at}</td></tr>`;
  });
  const table = `<div class="wide" tabindex="0" role="region" aria-label="The profile"><table><thead><tr><th scope="col">Fact</th><th scope="col">Holds</th><th scope="col">Why</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  const intro =
    "<p>It decides which questions apply. <code>checklist.profile</code> in <code>.preflight/config.yaml</code> corrects it.</p>";
  const details = `<details data-keep="profile"><summary>The profile, with reasons</summary>${table}</details>`;
  return section("profile", "What the project was taken for", [intro, details]);
}

/** `deepLearning` as `deep learning`. */
function nameOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function unreadableHtml({ report }: Panel): string {
  const { unreadable } = report.result;
  if (unreadable.length === 0) return "";
  const lines = unreadable.map(({ path, reason }) => `<code>${escapeHtml(path)}</code>: ${prose(reason)}`);
  return section("unreadable", "What could not be read", [list(lines)]);
}
