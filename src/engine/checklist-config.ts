import type { ItemSeverity } from "../guide/item.js";
import type { Stage } from "../rules/rule.js";

/** What a team sets for the checklist, complete with defaults. Plain data. */
export interface ChecklistConfig {
  readonly profile: ProfileConfig;
  /** By the id of an item. */
  readonly checks: Readonly<Record<string, CheckConfig>>;
  readonly custom: readonly CustomItem[];
  readonly scoring: {
    readonly stageMinimum: number;
    readonly mlTestScoreTarget: number;
    readonly notApplicable: "zero" | "leave-out";
  };
  /** `file` counts from the root. */
  readonly attest: { readonly file: string; readonly expiryDays: number };
  /** What detectors read, by the way to it: `data.testPaths`. What is not set is left out. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

export interface ProfileConfig {
  /** What the team says of the project, by the names of `profile`; what files shall tell is left out. */
  readonly facts: Readonly<Record<string, boolean>>;
  readonly task: string | undefined;
  readonly languages: readonly string[] | undefined;
}

export interface CheckConfig {
  readonly enabled: boolean;
  readonly reason: string | undefined;
  readonly severity: ItemSeverity | undefined;
  readonly weight: number | undefined;
}

/** An item of the team's own: a file of these names, with that text in it where one is asked for. */
export interface CustomItem {
  readonly id: string;
  readonly stage: Stage;
  readonly question: string;
  readonly severity: ItemSeverity;
  readonly weight: number;
  readonly files: readonly string[];
  readonly contains: string | undefined;
}

export type SettingValue = string | number | boolean | readonly string[] | { readonly [name: string]: SettingValue };

export const defaultChecklistConfig: ChecklistConfig = {
  profile: { facts: {}, task: undefined, languages: undefined },
  checks: {},
  custom: [],
  scoring: { stageMinimum: 0.6, mlTestScoreTarget: 2, notApplicable: "zero" },
  attest: { file: ".preflight/attestations.yaml", expiryDays: 180 },
  settings: {},
};

/** A setting as a list of texts; empty when it is not set or is something else. */
export function textsOf({ settings }: Pick<ChecklistConfig, "settings">, key: string): readonly string[] {
  const value = settings[key];
  return isTexts(value) ? value : typeof value === "string" ? [value] : [];
}

export function textOf({ settings }: ChecklistConfig, key: string): string | undefined {
  const value = settings[key];
  return typeof value === "string" ? value : undefined;
}

export function numberOf({ settings }: ChecklistConfig, key: string): number | undefined {
  const value = settings[key];
  return typeof value === "number" ? value : undefined;
}

export function flagOf({ settings }: ChecklistConfig, key: string): boolean | undefined {
  const value = settings[key];
  return typeof value === "boolean" ? value : undefined;
}

export function isTexts(value: SettingValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
