import type { PassageLayout, Point, ToolDetector, ToolStatus } from "./content.js";
import { passageLayouts, toolStatuses } from "./content.js";
import type { Entry } from "./entry.js";
import { readDetector, readPoint } from "./readers.js";

/** What a team's `.preflight/guide.yaml` asks for: each entry changes what has its id, or adds it. */
export interface TeamFile {
  readonly stages: readonly StageChange[];
  readonly topics: readonly TopicChange[];
  readonly readings: readonly ReadingChange[];
  readonly tools: readonly ToolChange[];
}

export interface Change {
  readonly id: string;
  readonly hide: boolean;
  /** Ids of neighbours to stand beside; at most one of the two. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface StageChange extends Change {
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly audience: string | undefined;
}

export interface TopicChange extends Change {
  readonly title: string | undefined;
  readonly passages: readonly TeamPassage[];
}

export interface TeamPassage {
  readonly title: string;
  readonly text: string;
  readonly readings: readonly string[];
  readonly layout: PassageLayout;
  readonly columns: readonly string[];
  readonly points: readonly Point[];
}

export interface ReadingChange extends Change {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly stage: string | undefined;
  readonly note: string | undefined;
  /** The roles whose paths it is added to. */
  readonly roles: readonly string[];
  readonly why: string | undefined;
}

export interface ToolChange extends Change {
  readonly name: string | undefined;
  readonly stage: string | undefined;
  readonly area: string | undefined;
  readonly purpose: string | undefined;
  readonly url: string | undefined;
  readonly status: ToolStatus | undefined;
  readonly note: string | undefined;
  readonly detect: ToolDetector;
}

export function readTeamFile(entry: Entry): TeamFile {
  return {
    stages: entry.entries("stages", readStageChange, "Stages to add, rename, move or hide."),
    topics: entry.entries(
      "topics",
      readTopicChange,
      "Topics to add, rename, move or hide, and passages to add to them.",
    ),
    readings: entry.entries("readings", readReadingChange, "Readings to add, rename, move or hide."),
    tools: entry.entries("tools", readToolChange, "Tools to add, rename, move or hide."),
  };
}

function readChange(entry: Entry, idDoc: string): Change {
  return {
    id: entry.text("id", idDoc),
    hide: entry.flag("hide", "Leave it out."),
    before: entry.optionalText("before", "The id that it stands before."),
    after: entry.optionalText("after", "The id that it stands after."),
  };
}

function readStageChange(entry: Entry): StageChange {
  return {
    ...readChange(entry, "A stage of the guide, or a new id for a stage of your own."),
    title: entry.optionalText("title", "What it is called."),
    summary: entry.optionalText("summary", "A sentence on what it is about."),
    audience: entry.optionalText("audience", "Whom it is for."),
  };
}

function readTopicChange(entry: Entry): TopicChange {
  return {
    ...readChange(entry, "A topic as `stage/topic`, or a new id of that form for a topic of your own."),
    title: entry.optionalText("title", "What it is called."),
    passages: entry.entries("passages", readTeamPassage, "Passages to add at its end."),
  };
}

function readTeamPassage(entry: Entry): TeamPassage {
  return {
    title: entry.text("title", "Its heading, which also makes its address."),
    text: entry.text("text", "One to four sentences of Markdown."),
    readings: entry.texts("readings", "Ids of readings, the most helpful first."),
    layout: entry.optionalChoice("layout", passageLayouts, "How its points are shown.") ?? "bullets",
    columns: entry.texts("columns", "The heads of the two columns of a table."),
    points: entry.entries("points", readPoint, "Lines of a list or table below the text."),
  };
}

function readReadingChange(entry: Entry): ReadingChange {
  return {
    ...readChange(entry, "A reading of the guide, or a new id for a reading of your own."),
    title: entry.optionalText("title", "What it is called."),
    url: entry.optionalText("url", "Its web address."),
    stage: entry.optionalText("stage", "The stage that it belongs to."),
    note: entry.optionalText("note", "What to know before reading it."),
    roles: entry.texts("roles", "Roles whose paths it is added to."),
    why: entry.optionalText("why", "Why these roles should read it."),
  };
}

function readToolChange(entry: Entry): ToolChange {
  return {
    ...readChange(entry, "A tool of the guide, or a new id for a tool of your own."),
    name: entry.optionalText("name", "What it is called."),
    stage: entry.optionalText("stage", "The stage that it is used in."),
    area: entry.optionalText("area", "What kind of tool it is."),
    purpose: entry.optionalText("purpose", "What it is for, in a sentence."),
    url: entry.optionalText("url", "Its web address."),
    status: entry.optionalChoice("status", toolStatuses, "How alive it is; `active` when left out."),
    note: entry.optionalText("note", "What to know before choosing it."),
    detect: entry.part("detect", readDetector, "What shows that a project uses it."),
  };
}
