import type { Automation, Condition, ItemSeverity, PassLevel, VerdictTexts } from "./item.js";

/** What we teach: stages in reading order with topics of short passages, the readings behind them, and what hangs on both. */
export interface Guide {
  readonly stages: readonly GuideStage[];
  readonly readings: readonly Reading[];
  /** What to read, for each role. */
  readonly paths: readonly RolePath[];
  readonly goals: readonly LearningGoal[];
  readonly tools: readonly Tool[];
  /** The questions of the production-readiness checklist. */
  readonly items: readonly ChecklistItem[];
  readonly snippets: readonly Snippet[];
  readonly rules: readonly GuideRule[];
}

/** What came from a source of the guide names the rows of its inventory, S1-5c-02 for example, that it says. */
interface Sourced {
  readonly rows: readonly string[];
}

export interface GuideStage extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whom the stage is for, in words. */
  readonly audience: string;
  /** The roles that cannot do without it; empty where it is for all. */
  readonly essentialFor: readonly string[];
  readonly topics: readonly Topic[];
}

export interface Topic extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** One to four sentences of Markdown that can be shown where a finding stands, with details that only its page shows. */
export interface Passage extends Sourced {
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  /** Ids of readings, the most helpful first; at least one. */
  readonly readings: readonly string[];
  readonly layout: PassageLayout;
  /** The heads of the two columns of a table; empty in a list. */
  readonly columns: readonly string[];
  readonly points: readonly Point[];
}

export type PassageLayout = (typeof passageLayouts)[number];
export const passageLayouts = ["bullets", "steps", "table"] as const;

/** A line of a passage's list or table. */
export interface Point extends Sourced {
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly text: string;
}

export interface Reading extends Sourced {
  readonly id: string;
  /** Exactly as the reading list has it. */
  readonly title: string;
  /** What to show: the title, or better words where it is a bare address or file name. */
  readonly label: string;
  /** Books and a lost blog post have none. */
  readonly url: string | undefined;
  readonly stage: string;
  readonly order: number;
  /** False for source pages that the reading list does not name itself: found by us. */
  readonly inSeed: boolean;
  /** True where the list has the title alone, or a link that leads nowhere, and the address was found by us. */
  readonly addressFound: boolean;
  readonly note: string | undefined;
  /** Where it stands apart from the others of its stage, at the end: what these are called together. */
  readonly group: string | undefined;
}

export interface RolePath extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly PathStep[];
}

export interface PathStep extends Sourced {
  readonly kind: StepKind;
  /** The reading to read, or the stage to visit or to leave out. */
  readonly of: string | undefined;
  readonly why: string;
  /** True where the reading list does not say so itself: proposed by us. */
  readonly ours: boolean;
}

/** `stop`: one may stop here; `goals`: the learning goals as a self-check; `role`: go on with the path of one's own role. */
export type StepKind = (typeof stepKinds)[number];
export const stepKinds = ["read", "stop", "skip-stage", "visit-stage", "goals", "role"] as const;

export interface LearningGoal extends Sourced {
  readonly id: string;
  readonly week: number;
  readonly text: string;
  /** Where the guide answers: `stage/topic#anchor`. */
  readonly guide: string;
}

export interface Tool extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly area: string;
  readonly purpose: string;
  readonly url: string;
  readonly status: ToolStatus;
  /** What to know before choosing it: what became of it, for example. */
  readonly note: string | undefined;
  readonly detect: ToolDetector;
}

/** `quiet`: little is done on it; `unconfirmed`: believed gone, so it is never reported. */
export type ToolStatus = (typeof toolStatuses)[number];
export const toolStatuses = ["active", "quiet", "retired", "unconfirmed"] as const;

/** What shows that a project uses a tool; any one of them is a trace. */
export interface ToolDetector {
  /** Python modules, and names below them, that are imported or called. */
  readonly imports: readonly string[];
  /** Python distributions as they are called on PyPI. */
  readonly dependencies: readonly string[];
  /** npm packages; `@scope/*` is every package of the scope. */
  readonly npm: readonly string[];
  /** Globs of paths; with a slash at the end, folders. */
  readonly files: readonly string[];
  readonly contents: readonly FileContent[];
  /** Words of commands and images in CI files, container files and scripts. */
  readonly ci: readonly string[];
}

/** Text that has to stand in a file of these names. */
export interface FileContent {
  readonly files: readonly string[];
  readonly has: readonly string[];
}

export interface ChecklistItem extends Sourced {
  readonly id: string;
  readonly stage: string;
  readonly question: string;
  readonly why: string;
  readonly readings: readonly string[];
  readonly snippets: readonly string[];
  readonly appliesWhen: Condition;
  readonly automation: Automation;
  /** The code of the test of the ML Test Score that it answers, such as D1. */
  readonly mlTestScore: string | undefined;
  readonly severity: ItemSeverity;
  /** In the score of its stage. */
  readonly weight: number;
  readonly passLevel: PassLevel;
  /** The points that a person's word gives in the score of the stage. */
  readonly attestedPoints: number;
  readonly counts: readonly string[];
  readonly doesNotCount: readonly string[];
  readonly verdict: VerdictTexts;
  /** The keys of a team's configuration that it reads, such as `data.testPaths`. */
  readonly settings: readonly string[];
  /** The ids of rules whose findings are evidence. */
  readonly rules: readonly string[];
}

/** Code to begin with, for one thing that the guide asks for. */
export interface Snippet extends Sourced {
  readonly id: string;
  readonly title: string;
  /** Where the guide says why: `stage/topic#anchor`. */
  readonly guide: string;
  /** What is inserted: one for each language, or several for several cases. */
  readonly bodies: readonly SnippetBody[];
}

export interface SnippetBody {
  /** The snippet that it is a body of. */
  readonly snippet: string;
  readonly language: SnippetLanguage;
  /** What one types to get it. */
  readonly prefix: string;
  readonly title: string;
  /** What it does, in a sentence. */
  readonly description: string;
  /** The ids of rules whose findings it shows the right form for, in this language. */
  readonly rules: readonly string[];
  /** In the snippet syntax of VS Code. */
  readonly text: string;
}

/** As VS Code calls them. React's files get what their language gets. */
export type SnippetLanguage = (typeof snippetLanguages)[number];
export const snippetLanguages = ["python", "typescript", "javascript", "yaml", "dockerfile", "markdown"] as const;

/** What of the sources a rule looks after; some of these rules are still to be written. */
export interface GuideRule extends Sourced {
  readonly id: string;
}

/** Where a `stage/topic#anchor` leads. */
export interface GuidePlace {
  readonly stage: GuideStage;
  readonly topic: Topic;
  readonly passage: Passage;
}
