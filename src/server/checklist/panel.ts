import type { Comparison } from "../../checklist/compare.js";
import type { Place } from "../../checklist/evidence.js";
import type { ChecklistReport } from "../../report/checklist/checklist-report.js";
import { escapeHtml } from "../../report/html.js";
import type { BaseBranch } from "./git.js";

/** What a panel of the checklist is made from. */
export interface Panel {
  readonly report: ChecklistReport;
  /** As `2026-05-31 14:02`. */
  readonly when: string;
  /** The commit that was looked at, when git was asked. */
  readonly commit: string | undefined;
  readonly isTrusted: boolean;
  /** The name of who would sign, as git has it. */
  readonly person: string | undefined;
  readonly signOffs: { readonly path: string; readonly expiryDays: number; readonly lastDay: string };
  /** Earlier runs, the latest first. */
  readonly earlier: readonly EarlierRun[];
  /** Undefined in Restricted Mode, where git is not asked. */
  readonly base: Base | undefined;
  /** The address of a place in the project. */
  readonly addressOf: (place: Place) => string;
}

/** What is known of the branch that the work at hand started from. */
export type Base =
  | { readonly state: "none" }
  | { readonly state: "known"; readonly branch: BaseBranch }
  | { readonly state: "failed"; readonly branch: BaseBranch; readonly reason: string }
  | { readonly state: "compared"; readonly branch: BaseBranch; readonly comparison: Comparison };

/** What is left of an earlier run. */
export interface EarlierRun {
  readonly when: string;
  readonly mlTestScore: number;
  readonly lowestStage: number | undefined;
  readonly openQuestions: number;
}

/** Where something stands, as a link that opens it there. */
export function placeLink(place: Place, { addressOf }: Pick<Panel, "addressOf">, words: string): string {
  return `<a href="${escapeHtml(addressOf(place))}">${escapeHtml(words)}</a>`;
}

/** A link to an item in the panel. */
export function itemLink(id: string): string {
  return `<a href="#${anchorOf(id)}">${escapeHtml(id)}</a>`;
}

export function anchorOf(id: string): string {
  return `item-${id.replaceAll(/[^\w-]/g, "-")}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
