interface Condition {
  readonly argument: string;
  readonly values: readonly unknown[];
}

/** Where scikit-learn draws random numbers unless told otherwise. Source: https://scikit-learn.org/stable/common_pitfalls.html#controlling-randomness */
const alwaysRandom = new Set([
  "model_selection.train_test_split",
  "model_selection.ShuffleSplit",
  "model_selection.StratifiedShuffleSplit",
  "model_selection.GroupShuffleSplit",
  "model_selection.RepeatedKFold",
  "model_selection.RepeatedStratifiedKFold",
  "model_selection.RandomizedSearchCV",
  "model_selection.HalvingRandomSearchCV",
  "cross_validation.train_test_split",
  "utils.shuffle",
  "utils.resample",
  "ensemble.RandomForestClassifier",
  "ensemble.RandomForestRegressor",
  "ensemble.ExtraTreesClassifier",
  "ensemble.ExtraTreesRegressor",
  "ensemble.GradientBoostingClassifier",
  "ensemble.GradientBoostingRegressor",
  "ensemble.BaggingClassifier",
  "ensemble.BaggingRegressor",
  "ensemble.AdaBoostClassifier",
  "ensemble.AdaBoostRegressor",
  "ensemble.IsolationForest",
  "ensemble.RandomTreesEmbedding",
  "tree.DecisionTreeClassifier",
  "tree.DecisionTreeRegressor",
  "tree.ExtraTreeClassifier",
  "tree.ExtraTreeRegressor",
  "neural_network.MLPClassifier",
  "neural_network.MLPRegressor",
  "neural_network.BernoulliRBM",
  "linear_model.SGDClassifier",
  "linear_model.SGDRegressor",
  "linear_model.SGDOneClassSVM",
  "linear_model.Perceptron",
  "linear_model.PassiveAggressiveClassifier",
  "linear_model.PassiveAggressiveRegressor",
  "linear_model.RANSACRegressor",
  "cluster.KMeans",
  "cluster.MiniBatchKMeans",
  "cluster.BisectingKMeans",
  "cluster.SpectralClustering",
  "mixture.GaussianMixture",
  "mixture.BayesianGaussianMixture",
  "manifold.TSNE",
  "decomposition.LatentDirichletAllocation",
  "decomposition.FastICA",
  "decomposition.MiniBatchDictionaryLearning",
  "decomposition.DictionaryLearning",
  "decomposition.MiniBatchNMF",
  "decomposition.TruncatedSVD",
  "random_projection.GaussianRandomProjection",
  "random_projection.SparseRandomProjection",
  "kernel_approximation.RBFSampler",
  "kernel_approximation.Nystroem",
  "inspection.permutation_importance",
]);

/** Random only with these values of an argument. */
const randomWhen = conditions({
  "model_selection.KFold": { argument: "shuffle", values: [true] },
  "model_selection.StratifiedKFold": { argument: "shuffle", values: [true] },
  "model_selection.GroupKFold": { argument: "shuffle", values: [true] },
  "model_selection.StratifiedGroupKFold": { argument: "shuffle", values: [true] },
  "linear_model.LogisticRegression": { argument: "solver", values: ["sag", "saga", "liblinear"] },
  "linear_model.LogisticRegressionCV": { argument: "solver", values: ["sag", "saga", "liblinear"] },
  "linear_model.Ridge": { argument: "solver", values: ["sag", "saga"] },
  "linear_model.RidgeClassifier": { argument: "solver", values: ["sag", "saga"] },
  "linear_model.Lasso": { argument: "selection", values: ["random"] },
  "linear_model.ElasticNet": { argument: "selection", values: ["random"] },
  "svm.SVC": { argument: "probability", values: [true] },
  "svm.NuSVC": { argument: "probability", values: [true] },
  "decomposition.PCA": { argument: "svd_solver", values: ["randomized"] },
  "decomposition.NMF": { argument: "init", values: ["random", "nndsvdar"] },
  "ensemble.HistGradientBoostingClassifier": { argument: "early_stopping", values: [true] },
  "ensemble.HistGradientBoostingRegressor": { argument: "early_stopping", values: [true] },
  "dummy.DummyClassifier": { argument: "strategy", values: ["uniform", "stratified"] },
});

/** Deterministic with these values of an argument, though random without it. */
const fixedWhen = conditions({
  "model_selection.train_test_split": { argument: "shuffle", values: [false] },
  "decomposition.TruncatedSVD": { argument: "algorithm", values: ["arpack"] },
});

/** Does a scikit-learn function or class draw random numbers when it has these literal arguments? */
export function isRandom(path: string, literal: (argument: string) => unknown): boolean {
  if (!path.startsWith("sklearn.")) return false;
  // `sklearn.tree._classes.DecisionTreeClassifier` is the class under its private name.
  const name = path.slice("sklearn.".length).replace(/\._\w+(?=\.)/, "");
  const when = randomWhen.get(name);
  if (when !== undefined) return when.values.includes(literal(when.argument));
  const fixed = fixedWhen.get(name);
  return alwaysRandom.has(name) && !(fixed?.values.includes(literal(fixed.argument)) ?? false);
}

/** Is the thing a split or a resampling rather than an estimator? */
export function drawsRows(path: string): boolean {
  return /^sklearn\.(model_selection|cross_validation|utils)\./.test(path) && !path.endsWith("SearchCV");
}

/** Does it part rows into sets to fit and to score on? */
export function isSplitter(path: string): boolean {
  return drawsRows(path) && !path.startsWith("sklearn.utils.");
}

/** Is it a meta-estimator that seeds the estimator it is given? Source: https://scikit-learn.org/stable/developers/develop.html#random-numbers */
export function seedsItsEstimator(path: string): boolean {
  return /^(sklearn|imblearn)\.ensemble\.(_\w+\.)?(Bagging|AdaBoost|BalancedBagging|EasyEnsemble|RUSBoost)\w+$/.test(
    path,
  );
}

function conditions(entries: Readonly<Record<string, Condition>>): ReadonlyMap<string, Condition> {
  return new Map(Object.entries(entries));
}
