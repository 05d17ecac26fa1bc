/** What counts as a baseline: something simple that is scored beside the model. */

/** Estimators and forecasters that are baselines by themselves. */
export function isBaselinePath(path: string): boolean {
  return (
    /(^|\.)Dummy(Classifier|Regressor)$/.test(path) ||
    /^(darts|sktime|statsforecast|gluonts|neuralforecast|pyod)\b.*\.(\w*Naive\w*|SeasonalNaive|HistoricAverage|RandomWalk\w*|NaiveForecaster)(\.\w+)?$/.test(
      path,
    )
  );
}

/** Linear models, which are the simple model that others have to beat. */
export function isLinearModel(path: string): boolean {
  return /^(sklearn\.(linear_model\.(\w+\.)*[A-Z]\w*|svm\.LinearSV[CR])|statsmodels\.(\w+\.)*(OLS|WLS|GLS|GLM|Logit|ols|glm|logit))$/.test(
    path,
  );
}

/** Other models that are simple beside a larger one. */
export function isSimpleModel(path: string): boolean {
  return /^(sklearn\.(naive_bayes\.[A-Z]|tree\.DecisionTree|neighbors\.KNeighbors)\w*|statsmodels\.tsa\.(\w+\.)*[A-Z]\w*)$/.test(
    path,
  );
}

/** Model families that a simple one may be compared with. */
export function isOtherModel(path: string): boolean {
  return (
    /^(sklearn\.(ensemble|tree|svm|neighbors|neural_network|gaussian_process)|imblearn\.ensemble|xgboost|lightgbm|catboost|keras|torch\.nn)\.(\w+\.)*[A-Z]\w*$/.test(
      path,
    ) &&
    !isLinearModel(path) &&
    !isSimpleModel(path)
  );
}

/** Functions that choose the most frequent answer. */
export function findsMajority(path: string): boolean {
  return path === "scipy.stats.mode" || path === "statistics.mode" || path.endsWith(".most_common");
}

/** Functions that fill an array, as a constant prediction is made. */
export function fillsArray(path: string): boolean {
  return /^(numpy\.(full|full_like|repeat|tile)|torch\.(full|full_like)|pandas\.Series)$/.test(path);
}

/** Words in people's names and messages that tell of a baseline; "naive" alone also belongs to naive Bayes. */
export const baselineWords = new RegExp(
  [
    "baseline",
    "dummy_?(model|clf|classifier|regressor|score|acc|pred)",
    "majority|most_?(frequent|common)(?!\\()|persistence|last_?value|climatology",
    "naive(?!_?bayes|bayes)",
    "\\bchance\\b|chance_?(level|acc|score|rate)|random_?(guess|chance)|zero_?shot",
    "always_?(zero|one|predict|true|false|positive|negative)|(constant|null)_?(model|pred)",
    "(mean|median|zero)_?(predictor|prediction|model|regressor|baseline)",
    "previous_?(model|version)|champion|incumbent",
    "(production|prod|deployed|live|existing|old|current)_?(model|auc|score|acc|rmse|mae|f1)\\b",
  ].join("|"),
  "i",
);

/** May a text hold what counts as a baseline? Quick, for the many files that do not. */
export function mayMentionBaseline(text: string): boolean {
  return scoreWords.some((word) => text.includes(word)) && (mention.test(text) || baselineWords.test(text));
}

/** Parts of words that a file holds one of when it scores anything. Plain searches, because patterns take longer. */
const scoreWords: readonly string[] = ["aseline", "sklearn", "ccuracy", "_error", "score(", "evaluate(", ".test("];

const mention =
  /Dummy|Naive|HistoricAverage|RandomWalk|\bsklearn\.(dummy|linear_model|svm|naive_bayes|tree|neighbors|metrics)\b|\bstatsmodels\b|\bmost_common\(|\bmode\(|\bvalue_counts\(|\bbincount\(|\b(full|full_like|repeat|tile|Series)\([^=]{0,120}\b(mean|median|average|argmax)\b|\bones(_like)?\([^\n]*\) ?\*|\* ?[\w.]*ones(_like)?\(|\bmax\([^\n]*\b1 ?- ?\w|\] ?\* ?len\(/;
