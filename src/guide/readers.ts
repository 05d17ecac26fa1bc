import type { Entry } from "./entry.js";
import {
  passageLayouts,
  stepKinds,
  toolStatuses,
  type FileContent,
  type GuideRule,
  type GuideStage,
  type LearningGoal,
  type Passage,
  type PathStep,
  type Point,
  type Reading,
  type RolePath,
  type Snippet,
  type SnippetBody,
  type Tool,
  type ToolDetector,
  type Topic,
} from "./content.js";

/** A stage as its own file has it; its topics stand in a file each. */
export function readStage(entry: Entry): GuideStage {
  return {
    id: entry.id("id"),
    title: entry.text("title"),
    summary: entry.text("summary"),
    audience: entry.text("audience"),
    essentialFor: entry.texts("essentialFor"),
    rows: entry.texts("rows"),
    topics: [],
  };
}

export function readTopic(entry: Entry): Topic {
  return {
    id: entry.id("id"),
    title: entry.text("title"),
    rows: entry.texts("rows"),
    passages: entry.someEntries("passages", readPassage),
  };
}

function readPassage(entry: Entry): Passage {
  return {
    anchor: entry.id("anchor"),
    title: entry.text("title"),
    text: entry.text("text"),
    rows: entry.texts("rows"),
    readings: entry.texts("readings"),
    layout: entry.optionalChoice("layout", passageLayouts) ?? "bullets",
    columns: entry.texts("columns"),
    points: entry.entries("points", readPoint),
  };
}

export function readPoint(entry: Entry): Point {
  return {
    name: entry.optionalText("name"),
    url: entry.optionalText("url"),
    text: entry.text("text"),
    rows: entry.texts("rows"),
  };
}

export function readReading(entry: Entry): Reading {
  const title = entry.text("title");
  return {
    id: entry.text("id"),
    title,
    label: entry.optionalText("label") ?? title,
    url: entry.optionalText("url"),
    stage: entry.text("stage"),
    order: entry.number("order"),
    inSeed: entry.flag("inSeed"),
    addressFound: entry.flag("addressFound"),
    note: entry.optionalText("note"),
    group: entry.optionalText("group"),
    rows: entry.texts("rows"),
  };
}

export function readPath(entry: Entry): RolePath {
  return {
    id: entry.id("id"),
    title: entry.text("title"),
    summary: entry.text("summary"),
    rows: entry.texts("rows"),
    steps: entry.someEntries("steps", readStep),
  };
}

function readStep(entry: Entry): PathStep {
  return {
    kind: entry.choice("kind", stepKinds),
    of: entry.optionalText("of"),
    why: entry.text("why"),
    ours: entry.flag("ours"),
    rows: entry.texts("rows"),
  };
}

export function readGoal(entry: Entry): LearningGoal {
  return {
    id: entry.text("id"),
    week: entry.number("week"),
    text: entry.text("text"),
    guide: entry.text("guide"),
    rows: entry.texts("rows"),
  };
}

export function readTool(entry: Entry): Tool {
  return {
    id: entry.text("id"),
    name: entry.text("name"),
    stage: entry.text("stage"),
    area: entry.text("area"),
    purpose: entry.text("purpose"),
    url: entry.text("url"),
    status: entry.optionalChoice("status", toolStatuses) ?? "active",
    note: entry.optionalText("note"),
    rows: entry.texts("rows"),
    detect: entry.part("detect", readDetector),
  };
}

export function readDetector(entry: Entry): ToolDetector {
  return {
    imports: entry.texts("imports", "Python modules, and names below them, that are imported or called."),
    dependencies: entry.texts("dependencies", "Python distributions, as they are called on PyPI."),
    npm: entry.texts("npm", "npm packages; `@scope/*` is every package of the scope."),
    files: entry.texts("files", "Globs of paths; with a slash at the end, folders."),
    contents: entry.entries("contents", readContent, "Text that has to stand in files of certain names."),
    ci: entry.texts("ci", "Words of commands and images in CI files, container files and scripts."),
  };
}

function readContent(entry: Entry): FileContent {
  return {
    files: entry.texts("files", "Globs of the files."),
    has: entry.texts("has", "Texts, any of which has to stand there."),
  };
}

/** A snippet without its bodies, which stand in a file for each language. */
export function readSnippet(entry: Entry): Snippet {
  return {
    id: entry.text("id"),
    title: entry.text("title"),
    guide: entry.text("guide", "Where the guide says why: `stage/topic#anchor`."),
    rows: entry.texts("rows"),
    bodies: [],
  };
}

/** What is inserted, but for the language, which is that of the file. */
export function readSnippetBody(entry: Entry): Omit<SnippetBody, "language"> {
  return {
    snippet: entry.text("snippet", "The id of the snippet that it is a body of."),
    prefix: entry.text("prefix", "What one types to get it: `pf-` and what it is about."),
    title: entry.text("title"),
    description: entry.text("description", "What it does, in a sentence."),
    rules: entry.texts("rules", "Ids of rules whose findings it shows the right form for."),
    text: entry.text("text", "In the snippet syntax of VS Code; in TypeScript, types stand between « and »."),
  };
}

export function readRule(entry: Entry): GuideRule {
  return { id: entry.id("id"), rows: entry.texts("rows") };
}
