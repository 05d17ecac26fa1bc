import type { Guide, LearningGoal, PathStep, RolePath, Tool, ToolStatus } from "../guide/content.js";
import { findPlace } from "../guide/guide.js";
import { stageTitle, tableText } from "./markdown.js";
import { readingLink } from "./reading-link.js";

/** The pages that go across the stages: paths, goals, tools and the questions of the checklist, by file name. */
export function guideListPages(guide: Guide): ReadonlyMap<string, () => string> {
  return new Map([
    ["paths.md", () => pathsPage(guide)],
    ["goals.md", () => goalsPage(guide.goals)],
    ["tools.md", () => toolsPage(guide)],
    ["checklist.md", () => checklistPage(guide)],
  ]);
}

function pathsPage(guide: Guide): string {
  const paths = guide.paths.map((path) => pathSection(path, guide));
  return page("What to read for each role", [
    "Steps marked with a star are proposed by us; the reading list itself names the others.",
    ...paths,
  ]);
}

function pathSection({ title, summary, steps }: RolePath, guide: Guide): string {
  const lines = steps.map((step, index) => `${index + 1}. ${stepText(step, guide)}${step.ours ? " \\*" : ""}`);
  return [`## ${title}`, summary, lines.join("\n")].join("\n\n");
}

/** One step of a path in words: what to do, and why. */
export function stepText({ kind, of, why }: PathStep, guide: Guide): string {
  if (kind === "read") {
    const reading = guide.readings.find(({ id }) => id === of);
    return reading === undefined ? why : `${readingLink(reading)}. ${why}`;
  }
  const stage = guide.stages.find(({ id }) => id === of);
  const heads = {
    stop: "**You can stop here.**",
    "skip-stage": `**${stage?.title ?? ""}** can be left out.`,
    "visit-stage": `**${stage?.title ?? ""}**, the stage of this guide.`,
    goals: "**Learning goals.**",
    role: "**Your role.**",
  };
  return `${heads[kind]} ${why}`;
}

function goalsPage(goals: readonly LearningGoal[]): string {
  const rows = goals.map(({ id, text, guide }) => {
    const place = findPlace(guide);
    const answer =
      place === undefined
        ? guide
        : `[${place.passage.title}](${place.stage.id}/${place.topic.id}.md#${place.passage.anchor})`;
    return [id, text, answer];
  });
  return page("Learning goals", [
    "What one should be able to say after reading.",
    tableText(["Goal", "To be able to", "Answered in"], rows),
  ]);
}

function toolsPage({ stages, tools }: Guide): string {
  const sections = stages.flatMap((stage) => {
    const ofStage = tools.filter((tool) => tool.stage === stage.id);
    return ofStage.length === 0 ? [] : [`## ${stage.title}`, ofStage.map(toolLine).join("\n")];
  });
  return page("Tools", ["Tools of the trade, by the stage that they are used in.", ...sections]);
}

/** One tool in words: its name as a link, what it is for, and what to know before choosing it. */
export function toolLine({ name, url, purpose, status, note }: Tool): string {
  const remarks = [...(statusText[status] === "" ? [] : [statusText[status]]), ...(note === undefined ? [] : [note])];
  return `- [${name}](${url}): ${[purpose, ...remarks].join(" ")}`;
}

const statusText: Readonly<Record<ToolStatus, string>> = {
  active: "",
  quiet: "Little is done on it now.",
  retired: "Retired.",
  unconfirmed: "Unclear whether it is still there.",
};

function checklistPage({ items, readings }: Guide): string {
  const rows = items.map((item) => [
    item.id,
    stageTitle(item.stage),
    item.question,
    item.readings.flatMap((id) => readings.filter((reading) => reading.id === id).map(readingLink)).join(", "),
  ]);
  return page("Questions of the checklist", [tableText(["Item", "Stage", "Question", "Readings"], rows)]);
}

function page(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}
