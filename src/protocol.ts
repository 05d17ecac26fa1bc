/** What the extension and the language server say to each other beyond the Language Server Protocol. Types and names only. */

import type { ChecklistNumbers, ItemState } from "./protocol-checklist.js";

/** The name that findings carry in the editor, and the one word of ours in the Problems panel. */
export const diagnosticSource = "ML Preflight";

/** The section of the editor's settings, and the prefix of every command. */
export const settingsSection = "mlPreflight";

/** Pages of the rules and the guide live under this scheme: `ml-preflight-guide:/rules/nan-equality.md`. */
export const guideScheme = "ml-preflight-guide";

/** What is known of a file lives under this scheme: `ml-preflight-model:/train.py (what is known)?file:///train.py`. */
export const modelScheme = "ml-preflight-model";

const reactIds = ["typescriptreact", "javascriptreact"] as const;
export const languageIds = ["python", "typescript", "javascript", ...reactIds, "vue", "svelte"] as const;

/** Schemes whose documents are analysed. The old side of a diff (`git:`), output and the like are not the user's to change. */
export const documentSchemes = ["file", "untitled", "vscode-vfs"] as const;

/** The texts of a notebook's cells. They are checked together, as the notebook that they make. */
export const cellScheme = "vscode-notebook-cell";

export const configFilePattern = "**/.preflight/config.yaml";

/** A team's own guide. Like the configuration it counts as it is typed, so its documents are the server's too. */
export const guideFilePattern = "**/.preflight/guide.yaml";

/** Taste only: what is found is a matter of `.preflight/config.yaml`, so that the editor and the CLI agree. */
export interface EditorSettings {
  readonly run: "onType" | "onSave";
  /** Rule id or a pattern with `*` to the level the editor shows it at. */
  readonly severity: Readonly<Record<string, "error" | "warning" | "info" | "hint">>;
  /** Empty, or the address at which the guide and the rules are hosted. */
  readonly docsUrl: string;
  /** Whose findings the lifecycle view counts: of all files of a folder, or of the open documents alone. */
  readonly scope: "workspace" | "openFiles";
}

export const defaultSettings: EditorSettings = { run: "onType", severity: {}, docsUrl: "", scope: "workspace" };

/** What the extension tells the server about itself when it starts. */
export interface InitializationOptions {
  /** True when the client has the command `explainCommand`. */
  readonly explain?: boolean;
}

/** Opens the page of a rule, its first argument, with the finding at a `DocumentPlace`, its second. */
export const explainCommand = "mlPreflight.explain";
export const showModelCommand = "mlPreflight.showModel";

export const guidePageRequest = "mlPreflight/guidePage";
export interface GuidePageParams {
  /** The path of a `ml-preflight-guide:` address, such as `/rules/nan-equality.md`. */
  readonly path: string;
  /** A document or folder whose team's guide counts; the first workspace folder when left out. */
  readonly uri?: string;
}
/** Markdown; null when there is no such page. */
export type GuidePageResult = string | null;

export const guideViewRequest = "mlPreflight/guideView";
/** A rule's page shows the finding at a place of an open document, or the nearest one of the rule. */
export type GuideViewParams = GuidePageParams & { readonly near?: DocumentPlace };
export type DocumentPlace = Readonly<{ uri: string; position: Readonly<{ line: number; character: number }> }>;
/** HTML for a body, and its style but for colours. Links to pages are relative, those to code end in `#L12,5`, from 1. */
export type GuideViewResult = Readonly<Record<"title" | "html" | "style", string>> | null;

export const modelRequest = "mlPreflight/model";
export type ModelParams = Readonly<{ /** Of an open document. */ uri: string }>;
/** The text that `ml-preflight model` prints, or a sentence that says why nothing is known; null when the document is not open. */
export type ModelResult = string | null;

export const configFileRequest = "mlPreflight/configFile";
/** About the configuration that governs a document or a folder. */
export type ConfigFileParams = Readonly<{ uri: string }>;
/** Null when the document is not on this disk, where no configuration is read. */
export type ConfigFileResult = ConfigFile | null;
/** The text is what a new file says. */
export type ConfigFile = Readonly<{ uri: string; exists: boolean; initialText: string }>;

export const statusNotification = "mlPreflight/status";
export interface DocumentStatus {
  readonly uri: string;
  /** `excluded` by the configuration; `skipped` because it cannot be analysed, for the `reason`. */
  readonly state: "analysed" | "excluded" | "skipped";
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  /** How long the analysis took; 0 when there was none. */
  readonly milliseconds: number;
  readonly reason?: string;
}

/** Everything that a view of the lifecycle shows about one folder. What the user has read is the view's own to know. */
export const lifecycleRequest = "mlPreflight/lifecycle";
/** About a workspace folder, or something in it; the first workspace folder when left out. */
export type LifecycleParams = Readonly<{ uri?: string }>;
/** Null when no folder is open, or when what is open is not on this disk. */
export type LifecycleResult = Lifecycle | null;
/** What is known at once; the folder is read from then on, and all that changes is told by the notification. */
export interface Lifecycle {
  /** The folder, which names it in changes. */
  readonly root: string;
  readonly guide: LifecycleGuide;
  /** Every stage that has a finding. */
  readonly findings: ById<StageFindings>;
  /** Every item of the guide. */
  readonly items: ById<ItemState>;
  /** Of the last run of the checklist; null before it. */
  readonly checklist: ChecklistNumbers | null;
  /** Every tool that is in use. */
  readonly tools: ById<ToolInUse>;
  /** How far the project is read for tools. */
  readonly scan: { readonly state: "waiting" | "reading" | "done"; readonly files: number };
  /** How far the files of the folder are checked; `off` when only open documents are. */
  readonly check: {
    readonly state: "off" | "reading" | "stopped" | "done";
    readonly files: number;
    readonly of: number;
  };
}
export type ById<T> = Readonly<Record<string, T>>;

export const lifecycleChangeNotification = "mlPreflight/lifecycleChange";
/** What is other than before: an entry that is null is there no more, and what is left out is as it was. */
export interface LifecycleChange {
  readonly root: string;
  readonly guide?: LifecycleGuide;
  readonly findings?: ById<StageFindings | null>;
  readonly items?: ById<ItemState | null>;
  readonly checklist?: ChecklistNumbers | null;
  readonly tools?: ById<ToolInUse | null>;
  readonly scan?: Lifecycle["scan"];
  readonly check?: Lifecycle["check"];
}

/** Lets all files of the folders be checked, or halts that, until the window is closed. */
export const checkFilesNotification = "mlPreflight/checkFiles";
export type CheckFilesParams = Readonly<{ run: boolean }>;

/** The guide as the team has it: in its order, under its names, without what it hides. */
export interface LifecycleGuide {
  /** `.preflight/guide.yaml` of the project, whether it is there or not. */
  readonly teamFile: { readonly uri: string; readonly exists: boolean };
  readonly stages: readonly GuideStageNode[];
  readonly readings: readonly GuideReadingNode[];
  readonly paths: readonly GuidePathNode[];
  readonly goals: readonly GuideGoalNode[];
  readonly items: readonly GuideItemNode[];
}
export interface GuideStageNode {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whom the stage is for, in words. */
  readonly audience: string;
  /** The ids of the paths that cannot do without it; empty where it is for all. */
  readonly essentialFor: readonly string[];
  readonly topics: readonly GuideTopicNode[];
}
export interface GuideTopicNode {
  readonly id: string;
  readonly title: string;
  /** The path of its page, for `guidePageRequest`; a passage stands at `#anchor` of it. */
  readonly page: string;
  /** The text is Markdown; readings are ids, the most helpful first. */
  readonly passages: readonly Readonly<{ anchor: string; title: string; text: string; readings: readonly string[] }>[];
}
export interface GuideReadingNode {
  readonly id: string;
  readonly label: string;
  readonly url?: string;
  readonly stage: string;
  readonly note?: string;
  /** Where it stands apart from the others of its stage, at the end: what these are called together. */
  readonly group?: string;
  /** `list`: of the reading list; `ours`: found by us; `address`: of the list, its address found by us. */
  readonly origin: "list" | "ours" | "address";
}
export interface GuidePathNode {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly GuideStepNode[];
}
export interface GuideStepNode {
  /** `stop`: one may stop here; `goals`: the goals as a self-check; `role`: go on with the path of one's own role. */
  readonly kind: "read" | "stop" | "skip-stage" | "visit-stage" | "goals" | "role";
  /** The id of the reading to read, or of the stage to visit or to leave out. */
  readonly of?: string;
  readonly why: string;
  readonly ours: boolean;
}
export interface GuideGoalNode {
  readonly id: string;
  readonly week: number;
  readonly text: string;
  /** The page that answers, with its anchor: `/guide/STAGE/TOPIC.md#anchor`. */
  readonly page: string;
}
export interface GuideItemNode {
  readonly id: string;
  readonly stage: string;
  readonly question: string;
  readonly readings: readonly string[];
}

/** At the levels that the editor shows; but what is an error in a notebook, where one explores, counts as a warning. */
export interface StageFindings {
  readonly counts: DocumentStatus["counts"];
  /** How many there are of each rule. */
  readonly rules: ById<number>;
  /** In order of path and line, notebooks last, the first few dozen of each rule. */
  readonly findings: readonly FindingRow[];
}
export interface FindingRow extends ProjectPlace {
  readonly rule: string;
  readonly severity: EditorSettings["severity"][string];
  readonly message: string;
}
/** A file of the project with its path from there, in a notebook the number of a cell, and a range: from 0, in UTF-16 units, the end exclusive. */
export interface ProjectPlace {
  readonly uri: string;
  readonly path: string;
  readonly cell?: number;
  /** Undefined when the file is meant, whatever it holds. */
  readonly range?: Readonly<Record<"start" | "end", { readonly line: number; readonly character: number }>>;
}

export interface ToolInUse {
  readonly name: string;
  readonly stage: string;
  readonly purpose: string;
  readonly url: string;
  /** `quiet`: little is done on it; `retired`: known to be gone. */
  readonly status: "active" | "quiet" | "retired";
  readonly note?: string;
  /** Nothing but tests use it. */
  readonly onlyInTests: boolean;
  readonly evidenceCount: number;
  /** The strongest first; the first few dozen. */
  readonly evidence: readonly ToolEvidence[];
}
export interface ToolEvidence extends ProjectPlace {
  readonly kind: "import" | "dependency" | "file" | "content" | "ci";
  /** What was seen there: `torch.distributed`, `scikit-learn`, `docker build`. */
  readonly what: string;
  readonly inTest: boolean;
}
