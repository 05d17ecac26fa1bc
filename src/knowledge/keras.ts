/** Base classes whose objects run their `call` method when they are called. Source: https://keras.io/api/layers/base_layer/ */
export function isKerasCallable(path: string): boolean {
  return /^keras\.(layers|models|losses|metrics|\w+\.base_layer)?\.?(Layer|Model|Sequential|Loss|Metric)$/.test(path);
}
