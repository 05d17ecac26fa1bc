/** What a loss is given, where that stands among its arguments, and what it makes of it. */
export interface LossInput {
  readonly position: number;
  readonly name: string;
  /** Over classes that exclude each other, or over answers of yes and no. */
  readonly of: "classes" | "labels";
  /** What it takes; for Keras losses what they take when nothing is said. */
  readonly takes: "logits" | "probabilities" | "log-probabilities";
  /** The position of `from_logits`, for losses that are told by that flag. */
  readonly flag?: number;
}

const torch = { position: 0, name: "input" } as const;
const classScores: LossInput = { ...torch, of: "classes", takes: "logits" };
const labelScores: LossInput = { ...torch, of: "labels", takes: "logits" };
const labelProbabilities: LossInput = { ...torch, of: "labels", takes: "probabilities" };
const classLogs: LossInput = { ...torch, of: "classes", takes: "log-probabilities" };
const keras = { position: 1, name: "y_pred", takes: "probabilities" } as const;

/** By path. Source: https://docs.pytorch.org/docs/stable/nn.html#loss-functions, https://www.tensorflow.org/api_docs/python/tf/nn and https://keras.io/api/losses/ */
const losses: ReadonlyMap<string, LossInput> = new Map<string, LossInput>([
  ["torch.nn.functional.cross_entropy", classScores],
  ["torch.nn.CrossEntropyLoss", classScores],
  ["timm.loss.LabelSmoothingCrossEntropy", { ...classScores, name: "x" }],
  ["timm.loss.SoftTargetCrossEntropy", { ...classScores, name: "x" }],
  ["torch.nn.functional.nll_loss", classLogs],
  ["torch.nn.NLLLoss", classLogs],
  ["torch.nn.NLLLoss2d", classLogs],
  ["torch.nn.functional.binary_cross_entropy_with_logits", labelScores],
  ["torch.nn.BCEWithLogitsLoss", labelScores],
  ["torch.nn.functional.multilabel_soft_margin_loss", labelScores],
  ["torch.nn.MultiLabelSoftMarginLoss", labelScores],
  ["torchvision.ops.sigmoid_focal_loss", { ...labelScores, name: "inputs" }],
  ["torchvision.ops.focal_loss.sigmoid_focal_loss", { ...labelScores, name: "inputs" }],
  ["torch.nn.functional.binary_cross_entropy", labelProbabilities],
  ["torch.nn.BCELoss", labelProbabilities],
  ["tensorflow.nn.softmax_cross_entropy_with_logits", { position: 1, name: "logits", of: "classes", takes: "logits" }],
  [
    "tensorflow.nn.softmax_cross_entropy_with_logits_v2",
    { position: 1, name: "logits", of: "classes", takes: "logits" },
  ],
  [
    "tensorflow.nn.sparse_softmax_cross_entropy_with_logits",
    { position: 1, name: "logits", of: "classes", takes: "logits" },
  ],
  ["tensorflow.nn.sigmoid_cross_entropy_with_logits", { position: 1, name: "logits", of: "labels", takes: "logits" }],
  [
    "tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits",
    { position: 2, name: "logits", of: "classes", takes: "logits" },
  ],
  [
    "tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits_v2",
    { position: 1, name: "logits", of: "classes", takes: "logits" },
  ],
  [
    "tensorflow.compat.v1.nn.sparse_softmax_cross_entropy_with_logits",
    { position: 2, name: "logits", of: "classes", takes: "logits" },
  ],
  [
    "tensorflow.compat.v1.nn.sigmoid_cross_entropy_with_logits",
    { position: 2, name: "logits", of: "labels", takes: "logits" },
  ],
  ["keras.losses.categorical_crossentropy", { ...keras, of: "classes", flag: 2 }],
  ["keras.losses.sparse_categorical_crossentropy", { ...keras, of: "classes", flag: 2 }],
  ["keras.losses.binary_crossentropy", { ...keras, of: "labels", flag: 2 }],
  ["keras.backend.categorical_crossentropy", { ...keras, name: "output", of: "classes", flag: 2 }],
  ["keras.backend.sparse_categorical_crossentropy", { ...keras, name: "output", of: "classes", flag: 2 }],
  ["keras.backend.binary_crossentropy", { ...keras, name: "output", of: "labels", flag: 2 }],
  ["keras.losses.CategoricalCrossentropy", { ...keras, of: "classes", flag: 0 }],
  ["keras.losses.SparseCategoricalCrossentropy", { ...keras, of: "classes", flag: 0 }],
  ["keras.losses.BinaryCrossentropy", { ...keras, of: "labels", flag: 0 }],
]);

/** The loss that a function of this path computes, or the objects of a class of this path when they are called. */
export function lossInput(path: string): LossInput | undefined {
  return losses.get(path.replace(/^torch\.nn\.modules\.(loss\.)?/, "torch.nn."));
}

/** The Keras loss that a name stands for in `compile(loss="...")`. */
export function namedLoss(name: string): LossInput | undefined {
  return lossInput(`keras.losses.${name}`);
}

/** Losses on probabilities, and those of the same modules that take the scores themselves. */
export const lossesOnScores: ReadonlyMap<string, string> = new Map([
  ["BCELoss", "BCEWithLogitsLoss"],
  ["binary_cross_entropy", "binary_cross_entropy_with_logits"],
]);

/** Activations, and those of the same modules that give the logarithm of it. */
export const logarithms: ReadonlyMap<string, string> = new Map([
  ["softmax", "log_softmax"],
  ["Softmax", "LogSoftmax"],
]);
