import { json, record } from "../project/structured.js";
import type { ComparedRun } from "./compare.js";
import { evidenceLevels } from "./evidence.js";
import { readRunRecord, type RecordedItem } from "./trend.js";
import { verdicts } from "./verdict.js";

/**
 * Reads what is known of an earlier run, from the record that it left or from its report in JSON; undefined when the text
 * is neither. What it has in an odd form is left out.
 */
export function readEarlierRun(text: string): ComparedRun | undefined {
  const run = readRunRecord(text) ?? readReport(text);
  // What has no items can be compared with nothing, and nothing would ever be worse.
  return run === undefined || Object.keys(run.items).length === 0 ? undefined : run;
}

function readReport(text: string): ComparedRun | undefined {
  const data = record(json(text));
  const { items, openQuestions } = data;
  const score = record(data["mlTestScore"])["score"];
  if (data["version"] !== 1 || !Array.isArray(items) || typeof score !== "number") return undefined;
  const stages = Object.entries(record(data["stages"])).filter(
    (pair): pair is [string, number] => typeof pair[1] === "number",
  );
  return {
    items: Object.fromEntries(items.flatMap(readItem)),
    mlTestScore: score,
    stages: Object.fromEntries(stages),
    openQuestions: Array.isArray(openQuestions) ? openQuestions.length : 0,
  };
}

function readItem(value: unknown): readonly (readonly [id: string, item: RecordedItem])[] {
  const { id, verdict: verdictWord, level: levelWord } = record(value);
  const verdict = verdicts.find((one) => one === verdictWord);
  const level = evidenceLevels.find((one) => one === levelWord);
  return typeof id !== "string" || verdict === undefined || level === undefined ? [] : [[id, { verdict, level }]];
}
