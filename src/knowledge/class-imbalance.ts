/**
 * A class is rare when fewer than one row in ten has it, and the commonest is nine times as frequent: between one and twenty
 * percent an imbalance is called moderate, below extreme
 * (https://developers.google.com/machine-learning/crash-course/overfitting/imbalanced-datasets).
 */
export const rareShare = 0.1;
export const timesRarer = 9;

/** A table of more values than this counts something else than classes. */
export const mostClasses = 20;

/** Data sets of which everybody knows that one class is rare, by the names that OpenML gives them, with its share. */
export const rareInOpenMl: ReadonlyMap<string | number, number> = new Map<string | number, number>([
  ["creditcard", 492 / 284807],
  [1597, 492 / 284807],
]);

/** Words of code that does something about rare classes: weights, resampling, losses, thresholds and ranks. */
export const handlesRareClasses =
  /class_?weight|sample_?weight|pos_weight|is_unbalance|\bweight=|imblearn\.(?!datasets)|resampl|(?:over|under|up|down)_?sampl|smote|adasyn|focal|WeightedRandomSampler|Balanced(?:Random|Bagging)|EasyEnsemble|RUSBoost|threshold|cut_?off|predict_proba|decision_function|predict_log_proba|\.sample\(|\bpriors?\b|cost_matrix/i;

/** Words of code that keeps the classes apart in its parts. */
export const keepsShares = /stratif|cross_val/i;

/** Words of metrics, and of counts, that show how a rare class fares; and of baselines that accuracy is compared with. */
export const showsRareClasses =
  /(?<![a-z])f1(?![a-z])|f1_|f_?beta|f_?measure|precision|recall|sensitivity|specificity|(?<![a-z])(?:roc|auc|auroc|mcc|tpr|fpr|tnr|fnr|ppv|npv|ks|tp|fn)(?![a-z])|average_precision|balanced_acc|confusion|classification_report|matthews|kappa|log_?loss|brier|gini(?!["'])|lift|g_?mean|geometric_mean|jaccard|crosstab|class_report|per_class|macro|cost|profit/i;
export const comparesWithConstant =
  /Dummy|baseline|majority|most_?frequent|null_?(?:acc|model)|zero_?r\b|no_?information/i;
