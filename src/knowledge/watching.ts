/** How libraries take the rows that a training is watched on, and what makes those rows decide something. */

/** Trainers that are handed a module and its loaders. Source: https://lightning.ai/docs/pytorch/stable/common/trainer.html */
export function isLightningTrainer(path: string): boolean {
  return /^pytorch_lightning\.(\w+\.)*Trainer$/.test(path);
}

/** Trainers that are made with their data sets. Source: https://huggingface.co/docs/transformers/main_classes/trainer */
export function isDatasetTrainer(path: string): boolean {
  return /^(transformers|trl|sentence_transformers|setfit|adapters|optimum)\.(\w+\.)*\w*Trainer$/.test(path);
}

/** Engines that ignite makes to train, and to evaluate. Source: https://docs.pytorch.org/ignite/engine.html */
export function isModelTrainer(path: string): boolean {
  return /^ignite\.(\w+\.)*create_supervised_trainer$/.test(path);
}

export function isEvaluator(path: string): boolean {
  return /^ignite\.(\w+\.)*create_supervised_evaluator$/.test(path);
}

/** Names under which `fit` takes the rows to watch. */
export const watchedNames: readonly string[] = [
  "validation_data",
  "eval_set",
  "eval_X",
  "valid_data",
  "validation_set",
];

/** Functions of boosting libraries that train: where they take rows, and rows to watch. */
export const boosterTraining: ReadonlyMap<
  string,
  {
    readonly data: number;
    readonly dataNames: readonly string[];
    readonly watched: number;
    readonly watchedNames: readonly string[];
  }
> = new Map([
  ["xgboost.train", { data: 1, dataNames: ["dtrain"], watched: 3, watchedNames: ["evals"] }],
  ["lightgbm.train", { data: 1, dataNames: ["train_set"], watched: 3, watchedNames: ["valid_sets"] }],
  ["catboost.train", { data: 0, dataNames: ["pool", "dtrain"], watched: 9, watchedNames: ["eval_set", "evals"] }],
]);

/** Arguments, and keys of parameter dicts, that make boosting stop by what it watches. */
export const stoppingNames: readonly string[] = [
  "early_stopping_rounds",
  "early_stopping_round",
  "early_stopping",
  "n_iter_no_change",
  "od_wait",
  "od_type",
  "load_best_model_at_end",
];

export type Decider = "stops" | "saves best" | undefined;

/** Callbacks that stop training, keep the best state or change the learning rate by what is watched. */
export function deciderOf(path: string): Decider {
  if (/(^|\.)(EarlyStopping(Callback)?|early_stopping|early_stop|ReduceLROnPlateau)$/.test(path)) return "stops";
  return /(^|\.)ModelCheckpoint$/.test(path) ? "saves best" : undefined;
}
