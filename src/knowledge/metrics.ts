/** Scores that compare predictions with the truth. Source: https://scikit-learn.org/stable/modules/model_evaluation.html */
const supervised =
  /^sklearn\.metrics\.(\w+\.)*(\w+_score|\w+_error|\w+_loss|classification_report|confusion_matrix|roc_curve|precision_recall_curve|precision_recall_fscore_support|auc|matthews_corrcoef|hamming_loss|r2_score)$/;
/** Those that need no truth: they judge clusters by themselves. */
const unsupervised = /\.(silhouette_score|calinski_harabasz_score|davies_bouldin_score)$/;

export function isSupervisedMetric(path: string): boolean {
  return supervised.test(path) && !unsupervised.test(path);
}

/** The same, and those that gather over batches. */
export function isMetric(path: string): boolean {
  return isSupervisedMetric(path) || /^torchmetrics\.(\w+\.)*\w+$/.test(path);
}

/** Methods of a fitted model that give predictions. */
export const predicting: ReadonlySet<string> = new Set([
  "predict",
  "predict_proba",
  "predict_log_proba",
  "decision_function",
]);
/** Methods of a fitted transformer or tokenizer that give other rows. */
export const applying: ReadonlySet<string> = new Set([
  "transform",
  "fit_transform",
  "texts_to_sequences",
  "texts_to_matrix",
  "sequences_to_matrix",
]);
/** Methods of a fitted model that give a score. */
export const scoring: ReadonlySet<string> = new Set(["score", "evaluate", "evaluate_generator"]);
