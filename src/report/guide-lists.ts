import type { Guide, PathStep, RolePath, Tool, ToolStatus } from "../guide/content.js";
import { findPlace } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import { pageText, stageTitle, tableText } from "./markdown.js";
import { frontPath, goalPath, itemPath, linkBetween, rolePath, topicPath } from "./page-links.js";
import { readingOn } from "./reading-link.js";
import { readingsNamed } from "./related.js";
import { snippetsText } from "./snippet-page.js";

/** The pages that go across the stages, in order. */
export const guideLists: readonly {
  readonly path: string;
  readonly title: string;
  readonly text: (guide: Guide) => string;
}[] = [
  { path: "/guide/paths.md", title: "What to read for each role", text: pathsText },
  { path: "/guide/goals.md", title: "Learning goals", text: goalsText },
  { path: "/guide/tools.md", title: "Tools", text: toolsText },
  { path: "/guide/checklist.md", title: "Questions of the checklist", text: checklistText },
  { path: "/guide/snippets.md", title: "Snippets", text: snippetsText },
];

function pathsText({ paths }: Guide): string {
  const lines = paths.map(
    ({ id, title, summary }) => `- [${title}](${linkBetween("/guide/paths.md", rolePath(id))}): ${summary}`,
  );
  return pageText("What to read for each role", [lines.join("\n")]);
}

/** What one role reads, in order. */
export function rolePage({ id, title, summary, steps }: RolePath, guide: Guide): string {
  const from = rolePath(id);
  const lines = steps.map((step, index) => `${index + 1}. ${stepText(from, step, guide)}${step.ours ? " \\*" : ""}`);
  const star = "Steps marked with a star are proposed by us; the reading list itself names the others.";
  return pageText(title, [summary, lines.join("\n"), ...(steps.some(({ ours }) => ours) ? [star] : [])]);
}

/** One step of a path in words: what to do, and why. */
function stepText(from: string, { kind, of, why }: PathStep, guide: Guide): string {
  if (kind === "read") {
    const [reading] = readingsNamed(of === undefined ? [] : [of], guide);
    return reading === undefined ? why : `${readingOn(from, reading)}. ${why}`;
  }
  const title = stageTitle(of ?? "", guide);
  const stage = `[${title}](${linkBetween(from, `${frontPath}#${slug(title)}`)})`;
  const heads = {
    stop: "**You can stop here.**",
    "skip-stage": `**${stage}** can be left out.`,
    "visit-stage": `**${stage}**, the stage of this guide.`,
    goals: `**[Learning goals](${linkBetween(from, "/guide/goals.md")}).**`,
    role: `**[Your role](${linkBetween(from, "/guide/paths.md")}).**`,
  };
  return `${heads[kind]} ${why}`;
}

function goalsText(guide: Guide): string {
  const from = "/guide/goals.md";
  const rows = guide.goals.map(({ id, text, guide: ref }) => {
    const place = findPlace(ref, guide);
    const address = place && `${topicPath(place.stage.id, place.topic.id)}#${place.passage.anchor}`;
    const answer = address === undefined ? ref : `[${place?.passage.title}](${linkBetween(from, address)})`;
    return [`[${id}](${linkBetween(from, goalPath(id))})`, text, answer];
  });
  return pageText("Learning goals", [
    "What one should be able to say after reading.",
    tableText(["Goal", "To be able to", "Answered in"], rows),
  ]);
}

function toolsText({ stages, tools }: Guide): string {
  const sections = stages.flatMap((stage) => {
    const ofStage = tools.filter((tool) => tool.stage === stage.id);
    return ofStage.length === 0 ? [] : [`## ${stage.title}`, ofStage.map(toolLine).join("\n")];
  });
  return pageText("Tools", ["Tools of the trade, by the stage that they are used in.", ...sections]);
}

/** One tool in words: its name as a link, what it is for, and what to know before choosing it. */
function toolLine({ name, url, purpose, status, note }: Tool): string {
  const remarks = [...(statusText[status] === "" ? [] : [statusText[status]]), ...(note === undefined ? [] : [note])];
  return `- [${name}](${url}): ${[purpose, ...remarks].join(" ")}`;
}

const statusText: Readonly<Record<ToolStatus, string>> = {
  active: "",
  quiet: "Little is done on it now.",
  retired: "Retired.",
  unconfirmed: "Unclear whether it is still there.",
};

function checklistText(guide: Guide): string {
  const from = "/guide/checklist.md";
  const rows = guide.items.map((item) => [
    `[${item.id}](${linkBetween(from, itemPath(item.id))})`,
    stageTitle(item.stage, guide),
    item.question,
    readingsNamed(item.readings, guide)
      .map((reading) => readingOn(from, reading))
      .join(", "),
  ]);
  return pageText("Questions of the checklist", [tableText(["Item", "Stage", "Question", "Readings"], rows)]);
}
