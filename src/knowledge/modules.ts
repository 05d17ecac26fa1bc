/** Packages that are one library under several names, by the name that rules use. */
const sameLibrary: ReadonlyMap<string, string> = new Map<string, string>([
  ["@tensorflow/tfjs-node", "@tensorflow/tfjs"],
  ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs"],
  ["@tensorflow/tfjs-core", "@tensorflow/tfjs"],
  ["@tensorflow/tfjs-layers", "@tensorflow/tfjs"],
  ["@tensorflow/tfjs-converter", "@tensorflow/tfjs"],
  ["@tensorflow/tfjs-data", "@tensorflow/tfjs.data"],
  ["@tensorflow/tfjs.default", "@tensorflow/tfjs"],
  ["onnxruntime-node", "onnxruntime-web"],
  ["onnxruntime-react-native", "onnxruntime-web"],
  ["onnxruntime-common", "onnxruntime-web"],
  ["danfojs-node", "danfojs"],
  ["@xenova/transformers", "@huggingface/transformers"],
  ["tensorflow.keras", "keras"],
  ["tensorflow.python.keras", "keras"],
  ["tf_keras", "keras"],
  ["lightning", "pytorch_lightning"],
  ["lightning.pytorch", "pytorch_lightning"],
]);

/** The module's name as the rules know it: `tensorflow.keras.layers` is `keras.layers`. */
export function canonicalModule(module: string): string {
  return module.includes(":") ? canonicalName(packageOf(module)) : canonicalName(module);
}

/** The npm package that an address names: `https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/+esm`, `npm:@tensorflow/tfjs`. */
export function packageOf(module: string): string {
  return /^(?:https?:\/\/(?:[^/]*\/)(?:npm\/|pin\/)?|npm:)(@[\w.-]+\/[\w.-]+|[\w.-]+)/.exec(module)?.[1] ?? module;
}

function canonicalName(module: string): string {
  const exact = sameLibrary.get(module);
  if (exact !== undefined) return exact;
  for (let end = module.lastIndexOf("."); end > 0; end = module.lastIndexOf(".", end - 1)) {
    const alias = sameLibrary.get(module.slice(0, end));
    if (alias !== undefined) return alias + module.slice(end);
  }
  // A package's own way to whichever Keras is there: `keras_tuner.src.backend.keras.layers`.
  const inner = withinPackage.exec(module);
  return inner === null ? module : module.slice(inner.index + 1);
}

const withinPackage =
  /\.keras\.((layers|models|losses|activations|applications|optimizers|metrics)(\.|$)|(Model|Sequential|Input)$)/;
