/** A loss that applies softmax to its input itself: where that input stands among the arguments. */
export interface LogitsLoss {
  readonly position: number;
  readonly name: string;
  /** Keras asks for logits by a flag of the loss, whose position among the arguments this is. */
  readonly flag?: number;
}

const torchInput: LogitsLoss = { position: 0, name: "input" };
const timmInput: LogitsLoss = { position: 0, name: "x" };
const tensorflowInput: LogitsLoss = { position: 1, name: "logits" };

/** Functions that are given logits. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html and https://www.tensorflow.org/api_docs/python/tf/nn */
const functions: ReadonlyMap<string, LogitsLoss> = new Map<string, LogitsLoss>([
  ["torch.nn.functional.cross_entropy", torchInput],
  ["torch.nn.CrossEntropyLoss", torchInput],
  ["torch.nn.modules.CrossEntropyLoss", torchInput],
  ["torch.nn.modules.loss.CrossEntropyLoss", torchInput],
  ["timm.loss.LabelSmoothingCrossEntropy", timmInput],
  ["timm.loss.SoftTargetCrossEntropy", timmInput],
  ["tensorflow.nn.softmax_cross_entropy_with_logits", tensorflowInput],
  ["tensorflow.nn.softmax_cross_entropy_with_logits_v2", tensorflowInput],
  ["tensorflow.nn.sparse_softmax_cross_entropy_with_logits", tensorflowInput],
  ["tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits", { position: 2, name: "logits" }],
  ["tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits_v2", tensorflowInput],
  ["tensorflow.compat.v1.nn.sparse_softmax_cross_entropy_with_logits", { position: 2, name: "logits" }],
  ["keras.losses.categorical_crossentropy", { position: 1, name: "y_pred", flag: 2 }],
  ["keras.losses.sparse_categorical_crossentropy", { position: 1, name: "y_pred", flag: 2 }],
]);

/** The loss that a function of this path computes, or the objects of a class of this path when they are called. */
export function logitsLoss(path: string): LogitsLoss | undefined {
  return functions.get(path) ?? (isKerasCrossEntropy(path) ? { position: 1, name: "y_pred", flag: 0 } : undefined);
}

/** The classes that take logits when they are made with `from_logits=True`. */
export function isKerasCrossEntropy(path: string): boolean {
  return /^keras\.losses\.(Sparse)?CategoricalCrossentropy$/.test(path);
}

/** Functions and layers that end in a softmax; "log" where they give its logarithm. */
export function softmaxKind(path: string): "softmax" | "log" | undefined {
  if (
    /^(torch\.(nn\.functional\.|special\.|sparse\.|Tensor\.)?softmax|torch\.nn\.(modules\.)?(activation\.)?Softmax(2d)?|(tensorflow|tensorflow\.compat\.v1)\.nn\.softmax|keras\.(activations|ops|backend)\.softmax|keras\.layers\.Softmax)$/.test(
      path,
    )
  )
    return "softmax";
  if (
    /^(torch\.(nn\.functional\.|special\.|sparse\.|Tensor\.)?log_softmax|torch\.nn\.(modules\.)?(activation\.)?LogSoftmax|tensorflow\.nn\.log_softmax|keras\.(activations|ops)\.log_softmax)$/.test(
      path,
    )
  )
    return "log";
  return undefined;
}

/** Methods after which each number is still a probability: other shapes, other places, other types. */
export const keepsElements: ReadonlySet<string> = new Set([
  "squeeze",
  "unsqueeze",
  "view",
  "view_as",
  "reshape",
  "reshape_as",
  "permute",
  "flatten",
  "unflatten",
  "transpose",
  "swapaxes",
  "movedim",
  "moveaxis",
  "t",
  "contiguous",
  "clone",
  "float",
  "double",
  "half",
  "to",
  "cuda",
  "cpu",
  "type",
  "type_as",
  "requires_grad_",
  "clamp",
  "clamp_",
  "clip",
  "expand",
  "expand_as",
  "repeat",
  "narrow",
  "select",
  "index_select",
  "masked_select",
  "masked_fill",
  "masked_fill_",
  "relu",
  "add",
  "stack",
  "cat",
  "concat",
  "concatenate",
  "vstack",
  "hstack",
  "dropout",
  "relu_",
  "cast",
  "expand_dims",
  "identity",
]);

/** Layers that do the same. */
export function isElementwiseLayer(path: string): boolean {
  return /^(torch\.nn\.(Dropout\d?d?|Identity|Flatten|Unflatten|ReLU6?)|keras\.layers\.(Dropout|Flatten|Reshape|Permute))$/.test(
    path,
  );
}

/** Containers that run their layers one after the other. */
export function isLayerSequence(path: string): boolean {
  return /^(torch\.nn\.(modules\.)?(container\.)?Sequential|keras\.(models\.)?Sequential)$/.test(path);
}
