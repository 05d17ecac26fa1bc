/** The terms in which the items of the checklist are written. */

/** Who can answer: files alone (A), files in part (P), or only people (H). */
export type Automation = (typeof automations)[number];
export const automations = ["A", "P", "H"] as const;

export type ItemSeverity = (typeof itemSeverities)[number];
/** The gravest first. */
export const itemSeverities = ["blocker", "major", "minor"] as const;

/**
 * What a pass takes: a level of evidence, a person's word (`attested`), or that the rules that look after it find
 * nothing while something shows that the matter was taken care of (`findings`).
 */
export type PassLevel = (typeof passLevels)[number];
export const passLevels = ["L2", "L3", "L4", "attested", "findings"] as const;

/** In words, when each verdict is given. What is left out never happens: such an item cannot fail, or asks nobody. */
export interface VerdictTexts {
  readonly pass: string;
  readonly partial: string | undefined;
  readonly fail: string | undefined;
  readonly human: string | undefined;
}

/** The sections of the ML Test Score by the letter that the codes of their tests begin with. */
export const mlTestSections = {
  D: "Features and data",
  M: "Model development",
  I: "ML infrastructure",
  O: "Monitoring",
} as const;
export type MlTestSection = keyof typeof mlTestSections;

/** The section of a test of the ML Test Score, by its code. */
export function sectionOf(code: string): MlTestSection | undefined {
  const letter = code.charAt(0);
  return letter === "D" || letter === "M" || letter === "I" || letter === "O" ? letter : undefined;
}

export type Condition = (typeof conditions)[number];
/** When an item applies. What each means in terms of a project is the checklist's. */
export const conditions = [
  "always",
  "training",
  "serving",
  "online-serving",
  "public-serving",
  "training-or-serving",
  "training-and-serving",
  "serving-or-batch",
  "deep-learning",
  "deep-learning-or-serving",
  "tabular",
  "supervised",
  "classification",
  "reads-data",
  "features",
  "feature-code",
  "borrowed-models",
  "pipeline-or-ci",
  "notebooks",
  "people",
  "edge",
] as const;

/** The same in words that follow on "Applies when". */
export const conditionTexts: Readonly<Record<Condition, string>> = {
  always: "there is a project",
  training: "a model is trained here",
  serving: "predictions are served",
  "online-serving": "a service answers requests with predictions",
  "public-serving": "predictions are served to the public",
  "training-or-serving": "a model is trained or served here",
  "training-and-serving": "a model is both trained and served here",
  "serving-or-batch": "predictions are served, or written in batches",
  "deep-learning": "deep learning is used",
  "deep-learning-or-serving": "deep learning is used, or predictions are served",
  tabular: "the features are columns of a table",
  supervised: "a model learns from labels",
  classification: "the task is classification",
  "reads-data": "code reads data",
  features: "features are made from data",
  "feature-code": "code makes features",
  "borrowed-models": "models or code of others are used",
  "pipeline-or-ci": "there is a pipeline or continuous integration",
  notebooks: "there are notebooks",
  people: "people are affected by the predictions",
  edge: "the model runs on devices",
};
