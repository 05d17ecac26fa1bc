import { textOf } from "../../../engine/checklist-config.js";
import { isMetric } from "../../../knowledge/metrics.js";
import type { CallFact } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { callEvidence, callSearch, type FoundCall } from "../../search/code-evidence.js";
import { trainingRoles } from "../../search/training-calls.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { argumentOf, isSet, textIn } from "../../search/values.js";

/** Was class balance and rare-case support examined and handled? */
export const detector: Detector = (project) => {
  const roles = trainingRoles(project);
  const told = (found: readonly FoundCall[], what: string, rule: string): readonly Evidence[] =>
    found
      .filter(({ file }) => roles.includes(file.role))
      .map((one) => callEvidence(project, one, { what: `\`${one.call.text}\` ${what}`, rule }));
  const handling = told(handlingCalls(project.code), "takes the balance of classes into account", "handling");
  const perClass = told(perClassCalls(project.code), "scores each class", "per-class");
  const examined = [
    ...told(balancedCalls(project.code), "does not hide rare classes", "balanced-metric"),
    ...told(countingCalls(project.code), "counts the classes", "counts"),
  ].map((one) => atMost(one, "L2"));
  const evidence = [...handling, ...perClass, ...examined];
  const type = textOf(project.config, "task.type");
  const isOther = type !== undefined && !/classif/i.test(type);
  const hasAccuracy = accuracyCalls(project.code).some(({ file }) => roles.includes(file.role));
  return detected({
    evidence,
    objections: oneOfTwo(handling, perClass),
    forks:
      evidence.length === 0 && (isOther || !hasAccuracy)
        ? [{ question: "How often is each class, and how well is the rarest one predicted?" }]
        : [],
    missing: [
      ...(handling.length > 0 ? [] : ["Stratify the split, or weight the classes."]),
      ...(perClass.length > 0 ? [] : ["Log a score for each class, for example `classification_report`."]),
    ],
    searched: ["Stratified splits, weights of classes, resampling, and scores of each class."],
  });
};

const both = ["source", "notebook"] as const;
const handlingCalls = callSearch(handles, both);
const perClassCalls = callSearch((call) => isPerClass(call) && call.result !== "discarded", both);
const balancedCalls = callSearch(isBalanced, both);
const countingCalls = callSearch(looks, both);
const accuracyCalls = callSearch(
  (call) =>
    /accuracy/i.test(call.name) || /accuracy/i.test(textIn(argumentOf(call, "scoring")) ?? "") || namesAccuracy(call),
  both,
);

function handles(call: CallFact): boolean {
  const { path = "", name } = call;
  if (
    ["stratify", "class_weight", "scale_pos_weight", "pos_weight", "classWeight", "auto_class_weights"].some((key) =>
      isSet(argumentOf(call, key)),
    )
  )
    return true;
  if (
    /^sklearn\.(?:model_selection\.(?:\w+\.)*Stratified\w+|utils\.(?:\w+\.)*compute_(?:class|sample)_weight)$/.test(
      path,
    )
  )
    return true;
  if (
    /^torch\.utils\.data\.(?:\w+\.)*WeightedRandomSampler$|^imblearn\.(?:over_sampling|under_sampling|combine|ensemble)\./.test(
      path,
    )
  )
    return true;
  if (/CrossEntropyLoss$|NLLLoss$/.test(name) && isSet(argumentOf(call, "weight", 0))) return true;
  return /focal/i.test(name) && !/^(?:log|print)/.test(name);
}

function isPerClass(call: CallFact): boolean {
  const { path = "", name } = call;
  if (/(?:^|\.)(?:classification_report|confusion_matrix|multilabel_confusion_matrix)$/.test(path)) return true;
  const average = argumentOf(call, "average");
  const isNone = average?.kind === "literal" && (average.value === null || average.value === "none");
  if (/(?:^|\.)precision_recall_fscore_support$/.test(path)) return average === undefined || isNone;
  return (
    isNone && /score$|F1|Recall|Precision|Accuracy/.test(name) && (isMetric(path) || path.startsWith("torchmetrics."))
  );
}

function isBalanced({ path = "" }: CallFact): boolean {
  return /(?:^|\.)(?:average_precision_score|balanced_accuracy_score|matthews_corrcoef|precision_recall_curve|BinaryAveragePrecision|AveragePrecision|MatthewsCorrCoef)$/.test(
    path,
  );
}

/** `df["label"].value_counts()`. */
function looks({ name, text, path = "" }: CallFact): boolean {
  if (
    /^numpy\.bincount$|^tensorflow_data_validation\.generate_statistics\w*$|^(?:ydata_profiling|pandas_profiling)\.(?:\w+\.)*ProfileReport$/.test(
      path,
    )
  )
    return true;
  return name === "value_counts" && /label|target|class|churn|\by\b|y_/i.test(text);
}

function namesAccuracy(call: CallFact): boolean {
  const metrics = argumentOf(call, "metrics");
  return metrics?.kind === "list" && metrics.items.some((item) => /acc/i.test(textIn(item) ?? ""));
}

function oneOfTwo(handling: readonly Evidence[], perClass: readonly Evidence[]): readonly Objection[] {
  const [only] = [...handling, ...perClass];
  if (only === undefined || (handling.length > 0 && perClass.length > 0)) return [];
  const what =
    handling.length > 0 ? "no score is kept for each class" : "nothing takes the balance of classes into account";
  return [{ path: only.path, line: only.line, allows: "partial", what, rule: "one-of-two" }];
}
