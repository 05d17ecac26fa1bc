/** What the numbers are that a network gives: scores, probabilities of classes that exclude each other or not, or their logarithms. */
export type OutputKind = "logits" | "softmax" | "log-softmax" | "sigmoid" | "log-sigmoid" | "other";

const softmaxes =
  /^(torch\.(nn\.functional\.|special\.|sparse\.|Tensor\.)?softmax|torch\.nn\.(modules\.)?(activation\.)?Softmax(2d)?|(tensorflow|tensorflow\.compat\.v1)\.nn\.softmax|keras\.(activations|ops|backend)\.softmax|keras\.layers\.(\w+\.)?Softmax)$/;
const logSoftmaxes =
  /^(torch\.(nn\.functional\.|special\.|sparse\.|Tensor\.)?log_softmax|torch\.nn\.(modules\.)?(activation\.)?LogSoftmax|tensorflow\.nn\.log_softmax|keras\.(activations|ops)\.log_softmax)$/;
const sigmoids =
  /^(torch\.(nn\.functional\.|special\.|Tensor\.)?(sigmoid_?|expit)|torch\.nn\.(modules\.)?(activation\.)?Sigmoid|tensorflow\.(nn\.|math\.)?sigmoid|keras\.(activations|ops|backend)\.sigmoid)$/;
const logSigmoids =
  /^(torch\.nn\.functional\.logsigmoid|torch\.nn\.(modules\.)?(activation\.)?LogSigmoid|tensorflow\.math\.log_sigmoid)$/;

/** Functions and layers that end in an activation, by what they make of scores. */
export function activationKind(path: string): OutputKind | undefined {
  if (softmaxes.test(path)) return "softmax";
  if (sigmoids.test(path)) return "sigmoid";
  if (logSoftmaxes.test(path)) return "log-softmax";
  return logSigmoids.test(path) ? "log-sigmoid" : undefined;
}

/** The same as methods of a tensor. */
export const activationMethods: ReadonlyMap<string, OutputKind> = new Map<string, OutputKind>([
  ["softmax", "softmax"],
  ["log_softmax", "log-softmax"],
  ["sigmoid", "sigmoid"],
  ["sigmoid_", "sigmoid"],
]);

/** Activations of Keras by name. Source: https://keras.io/api/layers/activations/ */
const kerasNames: ReadonlyMap<string, OutputKind> = new Map<string, OutputKind>([
  ["softmax", "softmax"],
  ["log_softmax", "log-softmax"],
  ["sigmoid", "sigmoid"],
  ["linear", "logits"],
  ["relu", "other"],
  ["relu6", "other"],
  ["tanh", "other"],
  ["elu", "other"],
  ["selu", "other"],
  ["gelu", "other"],
  ["swish", "other"],
  ["silu", "other"],
  ["leaky_relu", "other"],
  ["softplus", "other"],
]);

/** What a Keras activation makes, given as a name or as a function. */
export function kerasActivation(given: string): OutputKind | undefined {
  return (
    kerasNames.get(given) ??
    activationKind(given) ??
    kerasNames.get(/^keras\.activations\.(\w+)$/.exec(given)?.[1] ?? "")
  );
}

/** Layers that give a weighted sum: as the last one they give scores. */
export function isLinearLayer(path: string): boolean {
  return (
    /^torch\.nn\.(modules\.)?(linear\.|conv\.)?((Lazy)?Linear|Bilinear|(Lazy)?Conv(Transpose)?[123]d)$/.test(path) ||
    /^(torch_geometric|dgl)\.nn\.(\w+\.)*(GCN|SAGE|GAT|GATv2|GIN|Graph|Cheb|SG|TAG|RGCN|Transformer)Conv$/.test(path)
  );
}

/** Keras layers that do, unless they are given an activation, whose position among the arguments this is. */
export function kerasActivationPosition(path: string): number | undefined {
  if (/^keras\.layers\.(\w+\.)?Dense$/.test(path)) return 1;
  return /^keras\.layers\.(\w+\.)?(\w*Conv[123]D(Transpose)?|Convolution2D|EinsumDense)$/.test(path) ? 99 : undefined;
}

/** Networks of libraries that end in a linear layer, with their head as it comes. */
export function endsInScores(path: string): boolean {
  return (
    /^torchvision\.models\.(resne|densenet|vgg|alexnet|mobilenet|efficientnet|squeezenet|shufflenet|mnasnet|regnet|convnext|vit_|swin)\w*$/.test(
      path,
    ) ||
    /^(torchvision\.models\.resnet\.\w+|timm\.(models\.)?create_model|efficientnet_pytorch\.EfficientNet\.\w+)$/.test(
      path,
    )
  );
}

/** Methods and functions after which each number is still what it was: other shapes, other places, other types, means. */
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
  "expand",
  "expand_as",
  "repeat",
  "narrow",
  "select",
  "index_select",
  "masked_select",
  "masked_fill",
  "masked_fill_",
  "stack",
  "cat",
  "concat",
  "concatenate",
  "vstack",
  "hstack",
  "ravel",
  "gather",
  "chunk",
  "cast",
  "expand_dims",
  "identity",
  "interpolate",
  "avg_pool1d",
  "avg_pool2d",
  "adaptive_avg_pool1d",
  "adaptive_avg_pool2d",
]);

/** Those that change probabilities a little, and make something else of scores. */
export const keepsProbabilities: ReadonlySet<string> = new Set([
  "clamp",
  "clamp_",
  "clip",
  "relu",
  "relu_",
  "add",
  "dropout",
  "mean",
]);

/** Those that make scores of scores: products that are summed up. */
export const keepsScores: ReadonlySet<string> = new Set(["sum", "mean"]);

/** Layers that keep each number. */
export function keepsElementsLayer(path: string): boolean {
  return /^(torch\.nn\.(Dropout\d?d?|Identity|Flatten|Unflatten|Upsample|(Adaptive)?AvgPool[123]d)|keras\.layers\.((Global)?AveragePooling[123]D|Dropout|Flatten|Reshape|Permute|Resizing|UpSampling[123]D|Cropping[123]D))$/.test(
    path,
  );
}

/** Layers that change probabilities a little or not at all, and make something else of scores. */
export function keepsProbabilitiesLayer(path: string): boolean {
  return keepsElementsLayer(path) || /^torch\.nn\.ReLU6?$/.test(path);
}

/** Containers that run their layers one after the other. */
export function isLayerSequence(path: string): boolean {
  return /^(torch\.nn\.(modules\.)?(container\.)?Sequential|keras\.(models\.)?Sequential)$/.test(path);
}

/** Where a softmax of torch is told its dimension; undefined for everything else. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html */
export function dimensionOfSoftmax(path: string): number | undefined {
  if (/^torch\.nn\.functional\.(log_softmax|softmax|softmin)$/.test(path)) return 1;
  return /^torch\.nn\.(modules\.)?(activation\.)?(LogSoftmax|Softmax|Softmin)$/.test(path) ? 0 : undefined;
}
