/** How scikit-learn's classes behave. Source: https://scikit-learn.org/stable/api/index.html */
const dataTransformers =
  /^(category_encoders|feature_engine|cuml\.preprocessing|sklearn\.(preprocessing|impute|decomposition|feature_selection|random_projection|feature_extraction|kernel_approximation|manifold|cross_decomposition|neural_network\.BernoulliRBM))\.(\w+\.)*[A-Z]\w*$/;
/** Transformers that learn nothing from the rows they are fitted on. */
const stateless =
  /\.(Normalizer|Binarizer|FunctionTransformer|PolynomialFeatures|HashingVectorizer|FeatureHasher|LabelBinarizer|LabelEncoder|OrdinalEncoder|OneHotEncoder|MultiLabelBinarizer|DictVectorizer|BinaryEncoder|HashingEncoder|BaseNEncoder|SplineTransformer)$/;
/** Layers and tokenizers of Keras that take a mean, a vocabulary or bins from what they are adapted to. */
const adapted = /^keras\.(layers|preprocessing)\.(\w+\.)*(Normalization|TextVectorization|Discretization|Tokenizer)$/;
const predictors =
  /^(sklearn\.(linear_model|ensemble|svm|tree|neighbors|naive_bayes|neural_network|gaussian_process|discriminant_analysis|dummy|kernel_ridge|cluster|mixture|calibration|isotonic|semi_supervised|multiclass|multioutput|model_selection)|xgboost(\.sklearn)?|lightgbm(\.sklearn)?|catboost)\.(\w+\.)*[A-Z]\w*$|^skorch\.(\w+\.)*NeuralNet\w*$/;

export function isTransformerType(path: string): boolean {
  return dataTransformers.test(path) || adapted.test(path);
}

/** A transformer whose `fit` takes something from the distribution of the rows: fitting it on test rows leaks. */
export function learnsFromRows(path: string): boolean {
  return (dataTransformers.test(path) && !stateless.test(path)) || adapted.test(path);
}

export function isPredictorType(path: string): boolean {
  return (
    predictors.test(path) &&
    !/\.(KFold|\w*KFold|\w*ShuffleSplit|\w*Split|\w*PGroupsOut|\w*OneOut|\w*GroupOut|ParameterGrid|ParameterSampler)$/.test(
      path,
    )
  );
}

/** Predictors of classes, by the endings that all libraries give them. */
export function isClassifierType(path: string): boolean {
  return (
    predictors.test(path) &&
    /(?:Classifier|ClassifierCV|LogisticRegression|LogisticRegressionCV|SVC|NB|DiscriminantAnalysis)$/.test(path)
  );
}

export function isPipelineType(path: string): boolean {
  return /^(sklearn|imblearn)\.(pipeline|compose)\.(\w+\.)*(Pipeline|make_pipeline|ColumnTransformer|make_column_transformer|FeatureUnion|make_union|TransformedTargetRegressor)$/.test(
    path,
  );
}

/** Transformers that know nothing after `fit` that they did not know before: fitting them again changes nothing. */
export function learnsNothing(path: string): boolean {
  return /\.(Normalizer|Binarizer|FunctionTransformer|PolynomialFeatures|HashingVectorizer|FeatureHasher|HashingEncoder)$/.test(
    path,
  );
}

/** Embeddings of the rows that they are given, with no way to place other rows: made to be looked at. */
export function onlyEmbeds(path: string): boolean {
  return /\.(TSNE|MDS|SpectralEmbedding)$/.test(path);
}

/** Does a method hand out the rows of folds (`KFold(5).split`)? */
export function isFoldSplitter(path: string): boolean {
  return /^sklearn\.model_selection\.(\w+\.)*(\w*KFold|\w*ShuffleSplit|\w*Split|\w*POut|\w*OneOut|\w*GroupOut|\w*GroupsOut)\.split$/.test(
    path,
  );
}

/** Functions that fit and score on folds of what they are given. */
export const crossValidators: ReadonlySet<string> = new Set([
  "sklearn.model_selection.cross_val_score",
  "sklearn.model_selection.cross_validate",
  "sklearn.model_selection.cross_val_predict",
  "sklearn.cross_validation.cross_val_score",
]);

/** Splitters that shuffle without being told to. */
export function shufflesByDefault(type: string): boolean {
  return /\.\w*ShuffleSplit$/.test(type);
}

/** Searches cross-validate what they are fitted on. */
export function isSearchType(path: string): boolean {
  return /^(sklearn\.model_selection|dask_ml\.model_selection|skopt|sklearn_genetic|tune_sklearn)\.(\w+\.)*\w*Search(CV)?$/.test(
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
