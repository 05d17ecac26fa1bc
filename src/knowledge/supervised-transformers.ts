/**
 * Transformers that look at the target, which have rules of their own.
 * Sources: https://scikit-learn.org/stable/modules/feature_selection.html and https://contrib.scikit-learn.org/category_encoders/
 */
const selectors =
  /^(sklearn\.feature_selection\.(\w+\.)*(SelectKBest|SelectPercentile|SelectFdr|SelectFpr|SelectFwe|GenericUnivariateSelect|SelectFromModel|RFE|RFECV|SequentialFeatureSelector)|(boruta|mlxtend\.feature_selection|skrebate|feature_engine\.selection|BorutaShap|sklearn_genetic|genetic_selection|arfs)\.(\w+\.)*[A-Z]\w*)$/;
/** Selectors that never see the target. */
const unsupervisedSelectors = /\.(Drop\w+|SmartCorrelatedSelection|ColumnSelector|VarianceThreshold)$/;

/** Chooses columns by what they say about the target. */
export function isSelectorType(path: string): boolean {
  return selectors.test(path) && !unsupervisedSelectors.test(path);
}

const encoders =
  /^(category_encoders\.(\w+\.)*(TargetEncoder|LeaveOneOutEncoder|CatBoostEncoder|MEstimateEncoder|JamesSteinEncoder|WOEEncoder|GLMMEncoder|QuantileEncoder|SummaryEncoder)|(sklearn|cuml)\.preprocessing\.(\w+\.)*TargetEncoder|feature_engine\.encoding\.(\w+\.)*(MeanEncoder|WoEEncoder|PRatioEncoder|DecisionTreeEncoder)|xverse\.(\w+\.)*WOE)$/;

/** Puts a category's statistic of the target in its place. */
export function isTargetEncoderType(path: string): boolean {
  return encoders.test(path);
}

/** Functions that score columns against a target, given the columns first. */
export function scoresColumns(path: string): boolean {
  return /^(sklearn\.feature_selection\.(\w+\.)*(f_classif|f_regression|chi2|mutual_info_classif|mutual_info_regression|r_regression)|scipy\.stats\.(\w+\.)*(pearsonr|spearmanr|kendalltau|pointbiserialr|f_oneway|chi2_contingency|ttest_ind|mannwhitneyu|kruskal|ks_2samp)|numpy\.corrcoef|sklearn\.metrics\.(\w+\.)*mutual_info_score|mrmr\.\w+)$/.test(
    path,
  );
}

/** What a fitted selector or model tells of the worth of columns. */
export const worthOfColumns: ReadonlySet<string> = new Set([
  "feature_importances_",
  "coef_",
  "scores_",
  "pvalues_",
  "ranking_",
  "support_",
  "support_weak_",
  "k_feature_idx_",
  "k_feature_names_",
  "importances_mean",
  "get_support",
  "get_feature_names_out",
  "get_score",
  "get_fscore",
  "feature_importance",
  "get_feature_importance",
]);

/** `fit_resample` by its present and its former name. */
export const resampling: ReadonlySet<string> = new Set(["fit_resample", "fit_sample"]);
