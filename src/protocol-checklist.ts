/** What the extension and the server say to each other about the readiness checklist. Types and names only. */

/** Runs the checklist for a folder and shows its panel. */
export const runChecklistCommand = "mlPreflight.runChecklist";

/** Shows the panel at an item, its first argument, of the folder whose address is its second. */
export const showItemCommand = "mlPreflight.showChecklistItem";

/** Links of pages that lead to an item in the panel: `ml-preflight-checklist:DATA-01`. */
export const checklistScheme = "ml-preflight-checklist";

/** Where people sign. What is wrong with it is told as it is typed, so these documents are the server's too. */
export const attestationFilePattern = "**/.preflight/attestations.yaml";

/** What a view shows of an item: nothing before the first run, then its verdict. */
export type ItemState = "not-run" | ItemVerdict;
export interface ItemVerdict {
  readonly verdict: "pass" | "partial" | "fail" | "human" | "attested" | "n/a" | "unknown";
  /** `L0` to `L4`. */
  readonly level: string;
  /** Why, a sentence. */
  readonly reason: string;
  readonly isBlocker: boolean;
}

/** The numbers of the last run. */
export interface ChecklistNumbers {
  readonly mlTestScore: number;
  /** What a score says in a word: `prototype`, `pilot`, `production`, `mission-critical`. */
  readonly label: string;
  /** From 0 to 1, of the stages of which anything applies. */
  readonly stages: Readonly<Record<string, number>>;
  /** The lowest of those that decide; null when none of them applies. */
  readonly overall: number | null;
  readonly openQuestions: number;
  readonly isReady: boolean;
}

export const runChecklistRequest = "mlPreflight/runChecklist";
export interface RunChecklistParams {
  /** A workspace folder. */
  readonly uri: string;
  /** In a folder that is not trusted git is not asked anything. */
  readonly isTrusted: boolean;
  /** What earlier runs left, as the last `ChecklistView` had it. */
  readonly history: readonly string[];
  /** Only what people said is others now: what files show is taken from the run before. */
  readonly onlySignOffs?: boolean;
}
/** `failed` for the `reason`. Null when the folder is not on this disk. */
export type RunChecklistResult =
  ChecklistView | { readonly state: "cancelled" } | { readonly state: "failed"; readonly reason: string } | null;

/** A run as a panel shows it. */
export interface ChecklistView {
  readonly state: "done";
  readonly title: string;
  /** For a body. Links go to `file:` addresses that end in `#L12` or, in notebooks, `#C3,L12`, and to pages of ours. */
  readonly html: string;
  readonly style: string;
  /** What the next run is given to say what changed. */
  readonly history: readonly string[];
}

/** Runs the checklist for the files as they were where the work at hand left the base branch, and compares the last run with that. */
export const compareChecklistRequest = "mlPreflight/compareChecklist";
export interface CompareChecklistParams {
  readonly uri: string;
  /** In a folder that is not trusted git is not asked anything. */
  readonly isTrusted: boolean;
}
/** The panel with what came of it, be it why there is nothing to compare with. Null when the checklist was not run. */
export type CompareChecklistResult =
  ({ readonly state: "done" } & Pick<ChecklistView, "html" | "style">) | { readonly state: "cancelled" } | null;

/** How far a run is. */
export const checklistProgressNotification = "mlPreflight/checklistProgress";
export interface ChecklistProgress {
  readonly uri: string;
  /** A sentence. */
  readonly text: string;
  /** A part of 1; undefined while nobody knows. */
  readonly part?: number;
}

/** Adds what a person says about an item to the file of the team; the client applies the edit, and saves. */
export const signItemRequest = "mlPreflight/signItem";
export interface SignItemParams {
  readonly uri: string;
  readonly word: PersonsWord;
  /** The file as it is open in the editor, saved or not; left out when it is not open. */
  readonly open?: Readonly<{ text: string; version: number }>;
}
export interface PersonsWord {
  readonly item: string;
  /** `n/a` is a waiver. */
  readonly verdict: "pass" | "fail" | "n/a";
  readonly who: string;
  readonly link: string;
  readonly note: string;
  /** The last day on which it counts, or empty. */
  readonly expires: string;
}
/** The problem is of a field of the form, or of the file. Null when the folder is not on this disk. */
export type SignItemResult =
  | { readonly file: string; readonly change: TextChange }
  | { readonly problem: string; readonly field?: keyof PersonsWord }
  | null;
/** A text in place of a stretch of a file, which is made when it is not there. */
export interface TextChange {
  readonly isNew: boolean;
  /** Of the open document that it is about; null when it is about the file on the disk. */
  readonly version: number | null;
  readonly range: Readonly<Record<"start" | "end", { readonly line: number; readonly character: number }>>;
  readonly newText: string;
}

/** Joins the text of an open file of sign-offs with that of the disk, which somebody else has written meanwhile. */
export const mergeSignOffsRequest = "mlPreflight/mergeSignOffs";
export interface MergeSignOffsParams {
  readonly uri: string;
  readonly text: string;
  /** What both were made from, when that is known. */
  readonly base?: string;
}
/** Null when they cannot be joined. */
export type MergeSignOffsResult = string | null;

export const exportChecklistRequest = "mlPreflight/exportChecklist";
/** `pull-request` is Markdown that is short enough for a comment. */
export type ExportFormat = "markdown" | "html" | "json" | "pull-request";
export interface ExportChecklistParams {
  readonly uri: string;
  readonly format: ExportFormat;
}
/** The text; null when the checklist was not run. */
export type ExportChecklistResult = string | null;
