import type { Language } from "../syntax/form.js";
import type { Range, Span } from "../syntax/span.js";
import type { Topic } from "../knowledge/topics.js";
import type { Model } from "../semantics/model.js";

export type Severity = "error" | "warning" | "info" | "hint";
export type Preset = "recommended" | "strict" | "all";
/** `safe` keeps what the program computes and may run on save; `suggestion` changes behaviour and is offered only. */
export type FixSafety = "safe" | "suggestion";

/** The twelve stages of the guide, in its order. */
export const stages = [
  "fundamentals",
  "research",
  "planning",
  "data",
  "baseline",
  "training",
  "deployment",
  "testing",
  "monitoring",
  "infrastructure",
  "team",
  "references",
] as const;
export type Stage = (typeof stages)[number];

/** What is said about a rule wherever it shows: hover, page, CLI, configuration. */
export interface RuleMeta {
  /** Kebab-case, states the defect, never changes; the first column of the catalogue. */
  readonly id: string;
  readonly stage: Stage;
  readonly languages: readonly Language[];
  readonly severity: Severity;
  readonly preset: Preset;
  /** One clause without a full stop: "A random split has no seed". */
  readonly summary: string;
  /** Why it matters, one or two sentences, for someone who has not met the problem. */
  readonly why: string;
  /** What to do about it, one or two sentences. */
  readonly fix: string;
  /** `stage/topic#anchor` in the guide. */
  readonly guide: string;
  /** Where the claim comes from: a paper, a documentation page. */
  readonly sources?: readonly { readonly title: string; readonly url: string }[];
  /** The strongest fix the rule offers. */
  readonly fixable?: FixSafety;
  /** The top-level modules one of which the file must use for the rule to speak; empty for rules about any ML file. */
  readonly libraries: readonly string[];
  /** What it asks of the code that was followed: it speaks only in files with the words of one of these. None for rules about the text. */
  readonly topics: readonly Topic[];
  /** True when the rule reads the user's own names (`y_test`), which library rules never do. */
  readonly readsOwnNames?: boolean;
  /** Of a rule about whole projects: the files that it looks at, in words: "requirements files and `pyproject.toml`". */
  readonly files?: string;
  readonly since: string;
}

/** A pair of programs: `bad` must be reported (by this rule), `good` must be silent. They are tests and documentation at once. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** "python" when left out. */
  readonly language?: Language;
  /** One sentence above the pair on the rule's page. */
  readonly title?: string;
  /** The programs are notebooks, written as scripts with `# %%` between their cells; `In [3]` there is the count of a cell that ran, and lines with `#>` are what it put out. */
  readonly notebook?: boolean;
  /** What the files of the programs are called, where that matters. */
  readonly path?: { readonly bad: string; readonly good: string };
}

/** A stretch of a file: of the checked one when `path` is left out. */
export interface Place extends Span {
  readonly path?: string;
}

export interface ReportEdit extends Place {
  readonly newText: string;
}

/** What a check yields; the engine turns it into a `Finding`. */
export interface Report {
  readonly at: Span;
  readonly message: string;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly safety: FixSafety;
    readonly edits: readonly ReportEdit[];
  }[];
}

/** A pair of projects, each its files by their paths from the root: `bad` must be reported, `good` must be silent. */
export interface ProjectExample {
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
  readonly title?: string;
}

/** What is shown and configured of a rule, whether it looks at a file or at a project. */
export interface AnyRule {
  readonly meta: RuleMeta;
  readonly examples: readonly (Example | ProjectExample)[];
}

export interface Rule extends AnyRule {
  readonly examples: readonly Example[];
  readonly check: (model: Model) => Iterable<Report>;
}

/** Gives a rule its type; a rule's file exports the result as its default. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** What every shell shows, and what `--format json` prints. Lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Finding extends Range {
  readonly rule: string;
  readonly path: string;
  readonly cell?: number;
  readonly severity: Severity;
  readonly message: string;
  readonly stage: Stage;
  readonly guide: string;
  readonly related: readonly FindingPlace[];
  readonly fixes: readonly Fix[];
}

export interface FindingPlace extends Range {
  readonly path: string;
  readonly cell?: number;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly (Range & { readonly path: string; readonly cell?: number; readonly newText: string })[];
}
