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
  return /^sklearn\.(linear_model\.(\w+\.)*[A-Z]\w*|svm\.LinearSV[CR])$/.test(path);
}

/** Other models that are simple beside a larger one. */
export function isSimpleModel(path: string): boolean {
  return /^sklearn\.naive_bayes\.[A-Z]\w*$/.test(path);
}

/** Model families that a simple one may be compared with. */
export function isOtherModel(path: string): boolean {
  return (
    /^(sklearn\.(ensemble|tree|svm|neighbors|neural_network|gaussian_process)|xgboost|lightgbm|catboost|keras)\.(\w+\.)*[A-Z]\w*$/.test(
      path,
    ) && !isLinearModel(path)
  );
}

/** Words in people's names and messages that tell of a baseline; "naive" alone also belongs to naive Bayes. */
export const baselineWords =
  /baseline|dummy_?(model|clf|classifier|regressor|score|acc|pred)|majority|most_?frequent|persistence|last_?value|naive(?!_?bayes|bayes)|chance_?level|random_?(guess|chance)|constant_?(model|pred)|(mean|median|zero)_?(predictor|prediction|model|regressor|baseline)|null_?model|previous_?(model|best|version)|champion|incumbent|production_?model/i;

/** May a text hold what counts as a baseline? Quick, for the many files that do not. */
export function mayMentionBaseline(text: string): boolean {
  return mention.test(text) || baselineWords.test(text);
}

const mention =
  /Dummy|Naive|HistoricAverage|RandomWalk|linear_model|LinearSV|naive_bayes|most_common|value_counts|(numpy|np|torch)\.full|\bfull(_like)?\b/;
