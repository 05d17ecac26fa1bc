/** Base classes whose objects run their `call` method when they are called. Source: https://keras.io/api/layers/base_layer/ */
export function isKerasCallable(path: string): boolean {
  return /^keras\.(layers|models|losses|metrics|\w+\.base_layer)?\.?(Layer|Model|Sequential|Loss|Metric)$/.test(path);
}

/** Layers that compute something else in training: they drop, normalise by the batch, add noise or augment. */
export function dependsOnTraining(path: string): boolean {
  return /^keras\.layers\.(\w+\.)*(\w*Dropout\w*|(Sync)?BatchNormalization|GaussianNoise|Random\w+)$/.test(path);
}

/** Networks of `keras.applications` that have such layers: all but the oldest. */
export function isApplicationWithModes(path: string): boolean {
  return /^keras\.applications\.(\w+\.)*(?!VGG)[A-Z]\w+$/.test(path);
}

/** The attributes of a model that are its variables. */
export const modelVariables: ReadonlySet<string> = new Set([
  "trainable_variables",
  "trainable_weights",
  "variables",
  "weights",
]);
