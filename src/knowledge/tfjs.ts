/** Functions that make a model with `fit`, `predict` and `evaluate`. Source: https://js.tensorflow.org/api/latest/#Models */
export function isTfjsModelFactory(path: string): boolean {
  return /^@tensorflow\/tfjs\.(sequential|model|loadLayersModel|models\.modelFromJSON)$/.test(path);
}
