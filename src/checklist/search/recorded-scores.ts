import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { isMetric } from "../../knowledge/metrics.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { InCode } from "./code-evidence.js";
import { isGroupName } from "./group-metrics.js";
import { argumentOf, argumentsOf, literalOf, textsOfCall, wordsOf } from "./fact-values.js";

export type Split = "train" | "validation" | "test";

/** A place where a score on a part of the data is kept. */
export interface RecordedScore extends InCode {
  readonly split: Split;
  readonly text: string;
}

/** The scores that the code of the product records, by the part of the data that their names speak of. */
export function recordedScores({ code }: Pick<ChecklistProject, "code">): readonly RecordedScore[] {
  return scoresIn(code);
}

const scoresIn = onceForEach((file: CodeFile): readonly RecordedScore[] =>
  file.role === "source" ? [...byNames(file), ...byTrainers(file)] : [],
);

function byNames({ path, calls, assigns }: CodeFile): readonly RecordedScore[] {
  const found: RecordedScore[] = [];
  const add = (words: Iterable<string>, { line, within, cell }: Omit<InCode, "path">, text: string): void => {
    const splits = new Set([...words].flatMap((word) => splitOf(word) ?? []));
    for (const split of splits)
      found.push({ split, path, line, within, ...(cell === undefined ? {} : { cell }), text });
  };
  for (const call of calls) if (records(call)) add(textsOfCall(call), call, call.text);
  for (const assign of assigns) {
    // `metrics["val_f1"] = …` and `metrics = {"val_f1": …}` are written somewhere else, but they are scores with names.
    const key = /\[["']([^"']+)["']\]$/.exec(assign.target)?.[1];
    const keys = assign.value.kind === "dict" ? Object.keys(assign.value.entries) : [];
    add([...(key === undefined ? [] : [key]), ...keys], assign, assign.target);
  }
  return found;
}

function records({ name, text }: CallFact): boolean {
  return (
    /^(?:log\w*|add_scalars?|scalar|report\w*|track|append|update|write\w*|dump\w*|to_json|to_csv|save\w*|info|set_summary|next_step|record\w*|stringify)$/.test(
      name,
    ) || /^(?:live|run)\[/.test(text)
  );
}

/** `val_loss`, `train/f1`, `test accuracy`: a part of the data and a score. */
export function splitOf(text: string): Split | undefined {
  if (text.length > longest) return undefined;
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  const isScore =
    words.some((word) =>
      /^(?:loss|acc\w*|f1|f\d|auc|auroc|rmse|mae|mse|mape|smape|r2|score|scores|error|metrics?|precision|recall|ndcg\w*|map|perplexity|bleu|rouge\w*|logloss|ap|iou|dice|wape|pinball|macro|mrr)$/.test(
        word,
      ),
    ) || words.length === 1;
  if (!isScore) return undefined;
  if (words.some((word) => /^(?:val|valid|validation|dev|eval|cv|oof)$/.test(word))) return "validation";
  if (words.some((word) => /^(?:test|holdout|heldout)$/.test(word))) return "test";
  return words.some((word) => /^(?:train|training|fit)$/.test(word)) ? "train" : undefined;
}

const longest = 60;

const partNames: Readonly<Record<Split, RegExp>> = {
  train: /(?:^|[^a-z])train(?:$|[^a-z])/i,
  validation: /(?:^|[^a-z])(?:val|valid|validation|dev)(?:$|[^a-z])/i,
  test: /(?:^|[^a-z])test(?:$|[^a-z])/i,
};

/** Trainers that record by themselves what they are given to evaluate on. */
function byTrainers({ path, calls }: CodeFile): readonly RecordedScore[] {
  // What is only printed is gone.
  const isWritten = calls.some(({ name }) =>
    /^(?:log_metrics?|log_dict|log|dumps?|write_text|writerow|to_json|add_scalar|stringify)$/.test(name),
  );
  const isScored = calls.some((call) => scores(call) && !isOfGroups(call, calls));
  return calls.flatMap((call) => {
    const { line, within, cell, text } = call;
    const place = (split: Split): RecordedScore => ({
      ...{ path, line, within, ...(cell === undefined ? {} : { cell }), text, split },
    });
    return scoredBy(call, isWritten, isScored).map(place);
  });
}

function scores({ name, path = "" }: CallFact): boolean {
  return isMetric(path) || /^(?:evaluate|\w*scores?(?:_\w+)?|metrics?|compute_metrics|report)$/.test(name);
}

/** A score of each country or site is not the score. */
function isOfGroups({ name, within, inLoop }: CallFact, calls: readonly CallFact[]): boolean {
  const around = calls.filter((one) => one.within === within);
  const isAgain =
    inLoop ||
    around.some(
      (one) =>
        /^(?:apply|agg|aggregate|map_groups)$/.test(one.name) &&
        argumentsOf(one).some((value) => wordsOf(value).includes(`${name}(`)),
    );
  return isGroupName(name) || (isAgain && around.some((one) => /^group_?by$/.test(one.name)));
}

function scoredBy(call: CallFact, isWritten: boolean, isScored: boolean): readonly Split[] {
  const { name, path = "", text } = call;
  if (
    /^fit(?:Dataset)?$/.test(name) &&
    argumentOf(call, ["validation_data", "validation_split", "validationData", "validationSplit"]) !== undefined
  )
    return ["train", "validation"];
  if (/Trainer$/.test(path) && argumentOf(call, ["eval_dataset"]) !== undefined) return ["train", "validation"];
  if (name === "fit" && argumentOf(call, ["eval_set"]) !== undefined) return ["validation"];
  if (/^(?:lightgbm|xgboost)\.train$/.test(path) && argumentOf(call, ["valid_sets", "evals"]) !== undefined)
    return ["validation"];
  if (isWritten) {
    const texts = scores(call) ? argumentsOf(call).map(wordsOf) : [];
    const named = (["train", "validation", "test"] as const).filter((split) =>
      texts.some((one) => partNames[split].test(one)),
    );
    if (named.length === 1) return named;
    // A file that reads the test part, scores and writes numbers has scored it; what only compares groups has not.
    const readsTest =
      isScored &&
      textsOfCall(call).some((one) =>
        /^test$|(?:^|\/)test[\w-]*\.(?:parquet|csv|json\w*|np[yz]|feather|tfrecord)$/.test(one),
      );
    if (readsTest) return ["test"];
  }
  const isTested = name === "evaluate" && literalOf(argumentOf(call, ["metric_key_prefix"])) === "test";
  return isTested || /trainer\.test$/i.test(text) ? ["test"] : [];
}
