import { type Comparison, compareRuns } from "../../checklist/compare.js";
import { readRunRecord, type RunRecord } from "../../checklist/trend.js";

/** More runs say no more about the trend. */
const mostRuns = 20;

/** What a client keeps of the runs of a folder, and what it shows of them. */
export interface History {
  /** As texts, the latest last. */
  readonly kept: readonly string[];
  /** Against the latest run that is other than this one, or the latest one where none is; undefined for the first run. */
  readonly changes: { readonly since: string; readonly comparison: Comparison } | undefined;
  /** The runs before this one, the latest first. */
  readonly earlier: readonly RunRecord[];
}

/** Adds a run to those before it. A run that says the same as the one before it is not kept: only changes are a trend. */
export function withRun(before: readonly string[], run: RunRecord): History {
  const texts = before.filter((text) => readRunRecord(text) !== undefined);
  const known = texts.flatMap((text) => readRunRecord(text) ?? []);
  const last = known.at(-1);
  const isNew = last === undefined || !saysTheSame(last, run);
  const base = known.findLast((one) => !saysTheSame(one, run)) ?? last;
  const kept = (isNew ? [...texts, JSON.stringify(run)] : texts).slice(-mostRuns);
  return {
    kept,
    changes: base && { since: runName(base), comparison: compareRuns(base, run) },
    earlier: (isNew ? known : known.slice(0, -1)).toReversed(),
  };
}

/** `the run of 2026-05-31 14:02 at 0123456789` */
function runName({ date, commit }: RunRecord): string {
  return `the run of ${date}${commit === undefined ? "" : ` at ${commit.slice(0, 10)}`}`;
}

function saysTheSame(a: RunRecord, b: RunRecord): boolean {
  return said(a) === said(b);
}

/** The day and the commit are not what a run says. */
function said({ items, mlTestScore, stages, openQuestions }: RunRecord): string {
  return JSON.stringify([
    Object.entries(items).toSorted(byKey),
    mlTestScore,
    Object.entries(stages).toSorted(byKey),
    openQuestions,
  ]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
