/** How scikit-learn's classes behave. Source: https://scikit-learn.org/stable/api/index.html */
const dataTransformers =
  /^sklearn\.(preprocessing|impute|decomposition|feature_selection|random_projection|feature_extraction|kernel_approximation|manifold|cross_decomposition|neural_network\.BernoulliRBM)\.(\w+\.)*[A-Z]\w*$/;
/** Transformers that learn nothing from the rows they are fitted on. */
const stateless =
  /\.(Normalizer|Binarizer|FunctionTransformer|PolynomialFeatures|HashingVectorizer|FeatureHasher|LabelBinarizer|LabelEncoder|OrdinalEncoder|OneHotEncoder|MultiLabelBinarizer)$/;
const predictors =
  /^(sklearn\.(linear_model|ensemble|svm|tree|neighbors|naive_bayes|neural_network|gaussian_process|discriminant_analysis|dummy|kernel_ridge|cluster|mixture|calibration|isotonic|semi_supervised|multiclass|multioutput|model_selection)|xgboost(\.sklearn)?|lightgbm(\.sklearn)?|catboost)\.(\w+\.)*[A-Z]\w*$/;

export function isTransformerType(path: string): boolean {
  return dataTransformers.test(path);
}

/** A transformer whose `fit` takes something from the distribution of the rows: fitting it on test rows leaks. */
export function learnsFromRows(path: string): boolean {
  return dataTransformers.test(path) && !stateless.test(path);
}

export function isPredictorType(path: string): boolean {
  return (
    predictors.test(path) &&
    !/\.(KFold|\w*KFold|\w*ShuffleSplit|\w*Split|\w*PGroupsOut|\w*OneOut|\w*GroupOut|ParameterGrid|ParameterSampler)$/.test(
      path,
    )
  );
}

export function isPipelineType(path: string): boolean {
  return /^(sklearn|imblearn)\.(pipeline|compose)\.(\w+\.)*(Pipeline|make_pipeline|ColumnTransformer|make_column_transformer|FeatureUnion|make_union|TransformedTargetRegressor)$/.test(
    path,
  );
}

/** `train_test_split` gives two parts for each array it is given, train first. */
export const pairSplitters: ReadonlySet<string> = new Set([
  "sklearn.model_selection.train_test_split",
  "sklearn.cross_validation.train_test_split",
  "cuml.model_selection.train_test_split",
  "cuml.preprocessing.train_test_split",
  "dask_ml.model_selection.train_test_split",
]);
