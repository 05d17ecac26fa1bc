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

/** Functions of tfjs that give something else than a tensor. */
const notTensors =
  /\.(sequential|model|loadLayersModel|loadGraphModel|input|tidy|dispose|disposeVariables|keep|ready|memory|time|profile|nextFrame|setBackend|getBackend|env|engine|callbacks|data|grad|grads|variableGrads|valueAndGrad|customGrad|layers|train|io|browser\.toPixels|util)(\.|$)/;

/** Does a function of tfjs give a tensor? Variables outlive a tidy. */
export function givesTensor(path: string): boolean {
  return path.startsWith(library) && !notTensors.test(path) && /\.[a-z]\w*$/.test(path);
}

export function isTensorType(path: string): boolean {
  return /^@tensorflow\/tfjs\.(Tensor\w*|Scalar|Variable)$/.test(path);
}

/** Methods by which a tensor is read, and which nothing else in such code has. */
export const tensorReads: ReadonlySet<string> = new Set(["data", "dataSync", "array", "arraySync"]);

/** Methods of tensors that give no tensor. */
export const tensorEnds: ReadonlySet<string> = new Set([
  ...tensorReads,
  "dispose",
  "print",
  "toString",
  "bytes",
  "buffer",
]);

/** Methods of models that take tensors, and those that give one. */
export const takesTensors: ReadonlySet<string> = new Set([
  "predict",
  "predictOnBatch",
  "apply",
  "execute",
  "executeAsync",
  "fit",
  "trainOnBatch",
  "evaluate",
]);
export const predictsTensor: ReadonlySet<string> = new Set(["predict", "predictOnBatch", "apply", "execute"]);
