import { json, record } from "../project/structured.js";
import { type EvidenceLevel, evidenceLevels } from "./evidence.js";
import type { ChecklistResult } from "./result.js";
import { type Verdict, verdicts } from "./verdict.js";

/** What a run leaves behind for later ones: verdicts, levels and scores. No paths and no code. */
export interface RunRecord {
  readonly version: 1;
  /** The commit that was looked at, when the project is in git. */
  readonly commit?: string;
  readonly date: string;
  readonly items: Readonly<Record<string, RecordedItem>>;
  readonly mlTestScore: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly openQuestions: number;
}

export interface RecordedItem {
  readonly verdict: Verdict;
  readonly level: EvidenceLevel;
}

export function runRecord(result: ChecklistResult, date: string, commit: string | undefined): RunRecord {
  const { items, mlTestScore, stages, openQuestions } = result;
  return {
    version: 1,
    ...(commit === undefined ? {} : { commit }),
    date,
    items: Object.fromEntries(items.map(({ id, verdict, level }) => [id, { verdict, level }])),
    mlTestScore: mlTestScore.final,
    stages: Object.fromEntries(stages.flatMap(({ stage, score }) => (score === undefined ? [] : [[stage, score]]))),
    openQuestions: openQuestions.length,
  };
}

/** Reads what an earlier run left; undefined when it is not that. Items that it has in an odd form are left out. */
export function readRunRecord(text: string): RunRecord | undefined {
  const data = record(json(text));
  const { commit, date, mlTestScore, openQuestions } = data;
  if (data["version"] !== 1 || typeof date !== "string" || typeof mlTestScore !== "number") return undefined;
  const items = Object.entries(record(data["items"])).flatMap(([id, value]) => {
    const { verdict: verdictWord, level: levelWord } = record(value);
    const verdict = verdicts.find((one) => one === verdictWord);
    const level = evidenceLevels.find((one) => one === levelWord);
    return verdict === undefined || level === undefined ? [] : [[id, { verdict, level }] as const];
  });
  const stages = Object.entries(record(data["stages"])).filter(
    (pair): pair is [string, number] => typeof pair[1] === "number",
  );
  return {
    version: 1,
    ...(typeof commit === "string" ? { commit } : {}),
    ...{ date, mlTestScore, items: Object.fromEntries(items), stages: Object.fromEntries(stages) },
    openQuestions: typeof openQuestions === "number" ? openQuestions : 0,
  };
}
