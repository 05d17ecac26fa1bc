/** How libraries search for settings: what runs the objective, and where the best score is read. */

/** Functions and classes that call a function again and again, and keep the settings for which it gives most or least. */
export function takesObjective(path: string): boolean {
  return /^(hyperopt\.(\w+\.)*fmin|ray\.tune\.(\w+\.)*(run|Tuner)|skopt\.(\w+\.)*(gp|forest|gbrt|dummy)_minimize|optuna\.(\w+\.)*Study\.optimize|bayes_opt\.(\w+\.)*BayesianOptimization|nevergrad\.\w+|smac\.\w+|wandb\.agent|ray\.tune\.(with_parameters|with_resources)|scipy\.optimize\.(minimize|minimize_scalar|differential_evolution)|ax\.(\w+\.)*optimize)$/.test(
    path,
  );
}

/** Functions by which a trial reports its score. */
export function reportsScore(path: string): boolean {
  return /^ray\.(tune|train|air)\.(\w+\.)*report$/.test(path);
}

/** What is told which of the reported scores to improve, as `metric`. */
export function takesMetric(path: string): boolean {
  return /^ray\.tune\.(\w+\.)*(run|TuneConfig|\w*(Scheduler|HyperBand|PBT?2?|Training|Search))$/.test(path);
}

/** Tuners of Keras, which are told by name what to improve. */
export function isKerasTuner(path: string): boolean {
  return /^(keras_tuner|kerastuner)\.(\w+\.)*(RandomSearch|BayesianOptimization|Hyperband|GridSearch|Sklearn|\w*Tuner|Objective)$/.test(
    path,
  );
}

/** What Keras calls the numbers of the training rows; those of the validation rows begin with `val_`. */
export const trainingMetrics = /^(?!val_)(loss|acc|accuracy|mse|mae|auc|f1|precision|recall|\w*accuracy|\w*_error|r2)$/;

/** Attributes under which searches and studies keep the score of the best trial. */
export const bestScores: ReadonlySet<string> = new Set(["best_score_", "best_value", "best_values"]);
