/** One name for a metric, however code and libraries spell it: `validation/loss`, `val_loss` and `valid loss` are one. */
export function plainMetric(name: string, aliases: Readonly<Record<string, readonly string[]>> = {}): string {
  const plain = spelled(name);
  const own = Object.entries(aliases).find(([main, others]) => [main, ...others].some((one) => spelled(one) === plain));
  if (own !== undefined) return spelled(own[0]);
  return synonyms[plain] ?? plain;
}

/** Is a name that of a metric? */
export function isMetricName(name: string): boolean {
  return metricWord.test(spelled(name));
}

/** A loss that only guides the training, and stands for nothing that people want. */
export function isLossName(name: string): boolean {
  return /^(?:\w+_)?loss$|^logloss$/.test(name);
}

function spelled(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s/.@-]+/g, "_")
    .replace(/^(?:metrics?_)?(?:best_)?(?:val|valid|validation|eval|evaluation|test|dev|holdout|mean|avg)_(?=\w)/, "")
    .replace(/^(?:best|neg)_(?=\w)/, "")
    .replace(/_(?:score|epoch|mean|at_\d+|\d+)$/, "");
}

const synonyms: Readonly<Record<string, string>> = {
  ...{ acc: "accuracy", categorical_accuracy: "accuracy", sparse_categorical_accuracy: "accuracy", top1: "accuracy" },
  ...{ roc_auc: "auc", auroc: "auc", auc_roc: "auc", binary_auroc: "auc" },
  ...{ pr_auc: "average_precision", auprc: "average_precision", aucpr: "average_precision", ap: "average_precision" },
  ...{ macro_f1: "f1_macro", weighted_f1: "f1_weighted", micro_f1: "f1_micro", fscore: "f1" },
  ...{ mean_squared_error: "mse", l2: "mse", root_mean_squared_error: "rmse", squared_error: "mse" },
  ...{ mean_absolute_error: "mae", l1: "mae", absolute_error: "mae", mean_absolute_percentage_error: "mape" },
  ...{ log_loss: "logloss", binary_logloss: "logloss", multi_logloss: "logloss", mlogloss: "logloss" },
  ...{
    cross_entropy: "logloss",
    perplexity: "perplexity",
    balanced_accuracy: "balanced_accuracy",
    matthews_corrcoef: "mcc",
  },
};

const metricWord =
  /^\w+_error$|^(?:\w+_)?(?:loss|logloss|accuracy|acc|top\d|f1|f_?beta|fscore|precision|recall|sensitivity|specificity|auc|auroc|auprc|aucpr|ap|mse|rmse|mae|mape|smape|wape|mase|r2|ndcg|mrr|bleu|rouge\w*|wer|cer|iou|miou|dice|mcc|matthews_corrcoef|kappa|perplexity|brier|crps|pinball\w*|ece|hit_rate|silhouette)(?:_(?:macro|micro|weighted|binary|at_\d+|\d+|score))*$/;
