import { type ChecklistConfig, textsOf } from "../../engine/checklist-config.js";

export type Sensitivity = "high" | "medium" | "low";

/** How much results turn on a parameter: as the team says, or by the table of the guide; undefined when neither knows it. */
export function sensitivityOf(key: string, config: ChecklistConfig): Sensitivity | undefined {
  const name = plainKey(key);
  for (const level of ["high", "medium", "low"] as const) {
    const said = textsOf(config, `tuning.sensitivity.${level}`).map(plainKey);
    if (said.includes(name) || said.some((one) => aliases[one]?.test(name) === true)) return level;
  }
  return table.find(([pattern]) => pattern.test(name))?.[1];
}

/** `model__C`, `optimizer.lr` and `train/learning-rate` without what they belong to. */
export function plainKey(key: string): string {
  return (/(?:^|__|[./])([^./]+?)$/.exec(key)?.[1] ?? key).replace(/^.*__/, "").replaceAll("-", "_");
}

/** Is it a rate or a strength, whose values lie over powers of ten? */
export function isRate(key: string): boolean {
  return /^(?:lr|learning_?rate|eta|learning_rate_init|base_lr|max_lr|weight_decay|wd|l1|l2|reg_(?:alpha|lambda)|alpha|lambda|c|gamma|decay)$/i.test(
    plainKey(key),
  );
}

/** What teams call the four that matter most. */
const aliases: Readonly<Record<string, RegExp>> = {
  learning_rate: /^(?:lr|learning_?rate\w*|eta|base_lr|max_lr)$/i,
  schedule: /schedul|anneal|warmup|decay_steps|gamma$/i,
  loss: /loss|objective|criterion/i,
  layer_size:
    /^(?:hidden\w*|units|width|n_units\w*|layer_size\w*|d_model|filters|channels|embed\w*|num_leaves|max_depth)$/i,
};

/** For networks, sheet 5.f of the seed; for the other estimators, what their regularisation and size are called. */
const table: readonly (readonly [RegExp, Sensitivity])[] = [
  [/^(?:lr|learning_?rate\w*|eta|base_lr|max_lr)$/i, "high"],
  [/schedul|anneal|warmup/i, "high"],
  [/^(?:loss\w*|criterion|objective|focal_gamma|label_smoothing)$/i, "high"],
  [
    /^(?:hidden\w*|units\w*|width|n_units\w*|layer_sizes?\w*|d_model|filters\w*|channels|embed\w*|dim\w*|rank|r)$/i,
    "high",
  ],
  [
    /^(?:c|gamma|alpha|l1_ratio|max_depth|num_leaves|max_leaf_nodes|min_samples_leaf|min_child_samples|min_child_weight|n_neighbors|reg_alpha|reg_lambda|kernel|changepoint_prior_scale)$/i,
    "high",
  ],
  [
    /^(?:n_layers|num_layers|depth|dropout\w*|weight_decay|wd|l1|l2|init\w*|kernel_size|max_features|subsample|colsample\w*|n_estimators|feature_fraction|bagging_fraction|class_weight|penalty|ngram_range|seasonality\w*|momentum|beta\w*)$/i,
    "medium",
  ],
  [
    /^(?:batch_?size|optimi[sz]er\w*|activation\w*|nonlinearity|solver|seed|random_state|max_train_steps|max_steps|epochs|num_epochs|max_iter|tol)$/i,
    "low",
  ],
];

/** To vary these for a better score is no search: luck, compute, or what only changes the speed. */
export function isNoSearch(key: string): boolean {
  return /^(?:seed|random_state|random_seed|max_train_steps|max_steps|batch_?size|per_device_train_batch_size)$/i.test(
    plainKey(key),
  );
}
