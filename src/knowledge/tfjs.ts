import { isOpOfTensors } from "./tfjs-ops.js";
import { eachElement } from "./script-globals.js";

/** Functions that give a layers model. Source: https://js.tensorflow.org/api/latest/#Models-Creation */
const factories = new Set(["sequential", "model", "loadLayersModel", "loadGraphModel"]);
const types = new Set(["Sequential", "LayersModel", "GraphModel"]);
const library = "@tensorflow/tfjs.";

export function givesTfjsModel(path: string): boolean {
  return path.startsWith(library) && factories.has(path.slice(library.length));
}

export function loadsTfjsModel(path: string): boolean {
  return /\.load(Layers|Graph)Model$/.test(path);
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

/** Does a function of tfjs, or a method of an object of a type of its own, give a tensor? Variables outlive a tidy. */
export function givesTensor(path: string): boolean {
  if (!path.startsWith(library)) return false;
  const rest = path.slice(library.length);
  const method = /^([A-Z]\w*)\.(\w+)$/.exec(rest);
  if (method === null) return isOpOfTensors(rest);
  const [, type = "", name = ""] = method;
  return isTensorType(library + type) ? !tensorEnds.has(name) : predictsTensor.has(name);
}

/** Functions that give back whatever their function makes and does not return. Source: https://js.tensorflow.org/api/latest/#Performance-Memory */
export const tidies = /^@tensorflow\/tfjs\.(tidy|variableGrads|customGrad|grads?|valueAndGrads?)$/;

export function isTensorType(path: string): boolean {
  return /^@tensorflow\/tfjs\.(Tensor\w*|Scalar|Variable)$/.test(path);
}

/** Functions that hold on to the tensors that they are given, or whose result does. */
export const keepsTensors =
  /^@tensorflow\/tfjs\.(keep|variable|tidy|sequential|model|layers\.|data\.|io\.|train\.|initializers\.|constraints\.|backend|engine|node\.)/;

/** Functions that read what they are given and are done with it. */
export const consumesTensors =
  /^(@tensorflow\/tfjs\.|@tensorflow\/tfjs-vis\.|@tensorflow-models\/|globals\.(console|Math|Number|String|Boolean|parseFloat|parseInt|isNaN|alert|assert|JSON)(\.|$))/;

/** Methods by which a tensor is read, and which nothing else in such code has. */
export const tensorReads: ReadonlySet<string> = new Set(["data", "dataSync", "array", "arraySync"]);

/** Methods of tensors that give no tensor, and those of arrays and promises, which are none. */
export const tensorEnds: ReadonlySet<string> = new Set([
  ...tensorReads,
  ...eachElement,
  "reduce",
  "push",
  "entries",
  "values",
  "then",
  "catch",
  "finally",
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
  "predictAsync",
]);
export const predictsTensor: ReadonlySet<string> = new Set(["predict", "predictOnBatch", "apply", "execute"]);

/** Functions of tfjs that give a promise of something that the program needs. */
export const promises =
  /^@tensorflow\/tfjs\.(loadLayersModel|loadGraphModel|nextFrame|data\.(webcam|microphone)|io\.(listModels|copyModel|moveModel|removeModel)|\w+Async|image\.\w+Async|(Sequential|LayersModel|GraphModel)\.(fit|fitDataset|save|evaluateDataset|trainOnBatch|executeAsync)|(Tensor\w*|Scalar|Variable)\.(data|array))$/;

/** Methods of models that give a promise. */
export const promisingMethods: ReadonlySet<string> = new Set([
  "save",
  "evaluateDataset",
  "trainOnBatch",
  "executeAsync",
]);

/** Reads that block until the GPU is done. Source: https://js.tensorflow.org/api/latest/#tf.Tensor.dataSync */
export const blockingReads: ReadonlyMap<string, string> = new Map([
  ["dataSync", "data"],
  ["arraySync", "array"],
]);

/** Methods by which a loop trains, or predicts. */
export const loopWork =
  /^(fit|fitDataset|trainOnBatch|minimize|applyGradients|predict|predictOnBatch|execute|executeAsync|nextFrame)$/;

/** Losses that take probabilities, and those that apply softmax or sigmoid themselves. Sources: https://js.tensorflow.org/api/latest/#Training-Losses and #tf.LayersModel.compile */
export const probabilityLosses: ReadonlySet<string> = new Set([
  "binaryCrossentropy",
  "categoricalCrossentropy",
  "sparseCategoricalCrossentropy",
]);
export const logitLosses: ReadonlySet<string> = new Set(["softmaxCrossEntropy", "sigmoidCrossEntropy"]);

/** Layers behind which a model gives out what it did before them, in another shape. */
export const keepsActivation: ReadonlySet<string> = new Set(["flatten", "reshape", "permute", "dropout"]);

/** Functions and methods that put rows one behind the other, and those that read them from where they lie in some order. */
export const trainsInOrder = {
  joins: /(^|\.)(concat|concat1d|concat2d|concat3d|concat4d)$/,
  reads:
    /^(globals\.fetch|globals\.JSON\.parse|(node:)?fs(\/promises)?(\.promises)?\.readFile(Sync)?|readFile(Sync)?|json|csv|readCSV|danfojs\.readCSV|d3\.\w+|@tensorflow\/tfjs\.data\.csv|papaparse\.parse)$/,
};
