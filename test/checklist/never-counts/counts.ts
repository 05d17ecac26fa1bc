import { deepEqual, ok } from "node:assert/strict";
import { reaches } from "../../../src/checklist/evidence.js";
import type { ItemResult } from "../../../src/checklist/result.js";
import { resultIn, type VerdictOptions } from "../verdict-in.js";

export type Texts = Readonly<Record<string, string>>;

/** A project with the evidence for an item, and the same project with none. */
export interface Trial extends VerdictOptions {
  readonly id: string;
  readonly nothing: Texts;
  readonly real: Texts;
}

/** By what it is called: a project that has what only looks like the evidence. */
export type LookAlikes = Readonly<Record<string, Texts>>;

/**
 * Proves both ways: the evidence lifts the verdict, and each look-alike leaves it as it is with nothing. What is
 * declared at most is the lowest level of evidence, so only what is said to be used, or more, is held against one.
 */
export async function onlyTheRealCounts(trial: Trial, lookAlikes: LookAlikes): Promise<void> {
  const { nothing } = await liftOf(trial);
  const wrong: string[] = [];
  for (const [form, texts] of Object.entries(lookAlikes)) {
    const result = await resultIn(texts, trial.id, trial);
    if (result.verdict !== nothing.verdict || strongOf(result).length !== strongOf(nothing).length) {
      wrong.push(`${form}: ${result.verdict} for ${nothing.verdict}; ${strongOf(result).join("; ")}`);
    }
  }
  deepEqual(wrong, []);
}

/** The evidence counts where it does not gate, but for less than where it does. */
export async function laxCountsForLess(trial: Trial, lax: LookAlikes): Promise<void> {
  const { real } = await liftOf(trial);
  const wrong: string[] = [];
  for (const [form, texts] of Object.entries(lax)) {
    const result = await resultIn(texts, trial.id, trial);
    if (rankOf(result) >= rankOf(real)) wrong.push(`${form}: ${result.verdict}; ${strongOf(result).join("; ")}`);
  }
  deepEqual(wrong, []);
}

async function liftOf(trial: Trial): Promise<{ readonly nothing: ItemResult; readonly real: ItemResult }> {
  const nothing = await resultIn(trial.nothing, trial.id, trial);
  const real = await resultIn(trial.real, trial.id, trial);
  ok(rankOf(real) > rankOf(nothing), `the evidence makes ${real.verdict} of ${nothing.verdict}: ${real.reason}`);
  return { nothing, real };
}

const order = ["fail", "human", "partial", "attested", "pass"];
const rankOf = ({ verdict }: ItemResult): number => order.indexOf(verdict);

function strongOf({ evidence }: ItemResult): readonly string[] {
  return evidence
    .filter(({ level }) => reaches(level, "L2"))
    .map(({ level, path, line, what }) => `${level} ${path}:${line} ${what}`);
}
