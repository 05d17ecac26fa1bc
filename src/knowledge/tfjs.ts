/** Functions that give a layers model. Source: https://js.tensorflow.org/api/latest/#Models-Creation */
const factories = new Set(["sequential", "model", "loadLayersModel"]);
const types = new Set(["Sequential", "LayersModel"]);
const library = "@tensorflow/tfjs.";

export function givesTfjsModel(path: string): boolean {
  return path.startsWith(library) && factories.has(path.slice(library.length));
}

export function isTfjsModelType(path: string): boolean {
  return path.startsWith(library) && types.has(path.slice(library.length));
}

/** Methods that train, and the position of their options. Source: https://js.tensorflow.org/api/latest/#tf.LayersModel.fit */
export const tfjsFits: ReadonlyMap<string, number> = new Map([
  ["fit", 2],
  ["fitDataset", 1],
]);

/** Calls by which a program scores a model on other rows: `model.evaluate`, `tf.metrics.*`, tfjs-vis's metrics. */
export function scoresTfjsModel(path: string): boolean {
  return (
    /\.(evaluate|evaluateDataset|confusionMatrix|perClassAccuracy|accuracy)$/.test(path) || /\.metrics\.\w+$/.test(path)
  );
}
