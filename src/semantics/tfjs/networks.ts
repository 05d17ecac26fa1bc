import { keepsActivation, logitLosses, probabilityLosses } from "../../knowledge/tfjs.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import { callsOn } from "../code/calls-on.js";
import { perModel } from "../code/per-model.js";
import { uniqueBy } from "../code/unique.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { isWrittenOut, optionOf, textOf } from "./options.js";

/** What a network gives out: the last activation, and over how many units. */
export interface Output {
  readonly activation: string;
  readonly units: number | undefined;
  readonly site: Expression;
  readonly path: string;
}

/** A network and the loss that it is trained with, which do not go together. */
export interface LossMismatch {
  readonly at: Expression;
  readonly output: Output | undefined;
  /** The labels that do not go with the loss. */
  readonly labels?: Expression;
  readonly what:
    "softmax-of-one" | "several-of-one" | "one-of-several" | "scores" | "activated-twice" | "one-hot" | "class-numbers";
  readonly loss: string;
}

export const lossMismatches = perModel((model): readonly LossMismatch[] => {
  const found = model.calls.flatMap((event): readonly LossMismatch[] => [
    ...ofCompile(model, event),
    ...ofFit(model, event),
    ...ofFunction(model, event),
  ]);
  return uniqueBy(found, ({ at }) => at);
});

function ofCompile(model: Model, event: CallEvent): readonly LossMismatch[] {
  const { method, receiver, args, call } = event;
  if (method !== "compile") return [];
  const given = optionOf(args.positional[0], "loss");
  const loss = lossName(given);
  const options = call.args[0]?.value;
  if (loss === undefined || options === undefined) return [];
  return alternatives(receiver).flatMap((network): readonly LossMismatch[] => {
    const output = network.kind === "entity" ? outputOf(model, network) : undefined;
    const what = output && mismatch(output, loss);
    return what === undefined ? [] : [{ at: lossWritten(call), output, what, loss }];
  });
}

/** The loss among the options of `compile`. */
function lossWritten({ args, callee }: Call): Expression {
  const options = args[0]?.value;
  const written =
    options?.kind === "Mapping" ? options.entries.find(({ key }) => isKey(key, "loss"))?.value : undefined;
  return written ?? options ?? callee;
}

function isKey(key: Expression | undefined, name: string): boolean {
  return key?.kind === "Literal" && key.value === name;
}

function mismatch({ activation, units }: Output, loss: string): LossMismatch["what"] | undefined {
  const isProbability = probabilityLosses.has(loss);
  if (!isProbability && !logitLosses.has(loss)) return undefined;
  if (activation === "softmax" && units === 1) return "softmax-of-one";
  if (!isProbability) return activation === "softmax" || activation === "sigmoid" ? "activated-twice" : undefined;
  if (!["softmax", "sigmoid", "hardSigmoid"].includes(activation)) return "scores";
  if (activation === "softmax" && loss === "binaryCrossentropy") return "several-of-one";
  return activation !== "softmax" && units === 1 && loss !== "binaryCrossentropy" ? "one-of-several" : undefined;
}

/** `"binaryCrossentropy"`, `["binaryCrossentropy"]`, `tf.metrics.binaryCrossentropy`, `tf.losses.softmaxCrossEntropy`. */
function lossName(value: Value | undefined): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value?.kind === "symbol") return /\.(?:losses|metrics)\.(\w+)$/.exec(value.path)?.[1];
  return value?.kind === "entity" && value.items?.length === 1 ? lossName(value.items[0]) : undefined;
}

/** Labels that are one-hot, for a loss that takes the number of the class. */
function ofFit(model: Model, event: CallEvent): readonly LossMismatch[] {
  const { method, receiver, args, call } = event;
  const at = call.args[1]?.value;
  if ((method !== "fit" && method !== "trainOnBatch" && method !== "evaluate") || at === undefined) return [];
  const given = alternatives(args.positional[1]);
  const what = given.some((labels) => isOneHot(labels))
    ? "one-hot"
    : given.length > 0 && given.every(isList)
      ? "class-numbers"
      : undefined;
  if (what === undefined) return [];
  const losses = alternatives(receiver).flatMap((network) =>
    network.kind === "entity" ? callsOn(model, network).filter((other) => other.method === "compile") : [],
  );
  const compiled = losses.at(-1);
  const loss = lossName(optionOf(compiled?.args.positional[0], "loss"));
  if (compiled === undefined || loss !== takesOther[what]) return [];
  const isHere = compiled.unit.path === model.path;
  return [{ at: isHere ? lossWritten(compiled.call) : at, labels: at, output: undefined, what, loss }];
}

/** The loss that takes the other kind of labels. */
const takesOther = { "one-hot": "sparseCategoricalCrossentropy", "class-numbers": "categoricalCrossentropy" };

/** One number for each row: `tf.tensor1d(labels)`. */
function isList(value: Value): boolean {
  return value.kind === "entity" && value.origin.how === "call" && value.origin.path === "@tensorflow/tfjs.tensor1d";
}

const keepsRows = /^(cast|toFloat|toInt|as2D|asType|clone|reshape)$/;

function isOneHot(value: Value, depth = 0): boolean {
  if (value.kind !== "entity" || value.origin.how !== "call" || depth > 5) return false;
  const { path, method, receiver } = value.origin;
  if (path === "@tensorflow/tfjs.oneHot") return true;
  return (
    method !== undefined && keepsRows.test(method) && alternatives(receiver).some((one) => isOneHot(one, depth + 1))
  );
}

/** `tf.losses.softmaxCrossEntropy(labels, probabilities)`: the loss applies the activation itself. */
function ofFunction(model: Model, { path, args, call }: CallEvent): readonly LossMismatch[] {
  const loss = /^@tensorflow\/tfjs\.losses\.(\w+)$/.exec(path ?? "")?.[1];
  const at = call.args[1]?.value;
  if (loss === undefined || !logitLosses.has(loss) || at === undefined) return [];
  const isActivated = alternatives(args.positional[1]).some((value) => isProbability(model, value));
  return isActivated ? [{ at, output: undefined, what: "activated-twice", loss }] : [];
}

function isProbability(model: Model, value: Value): boolean {
  if (value.kind !== "entity" || value.origin.how !== "call") return false;
  const { path, method, receiver } = value.origin;
  if (/^(@tensorflow\/tfjs\.(\w+\.)?)?(softmax|sigmoid)$/.test(path ?? method ?? "")) return true;
  if (method !== "predict" && method !== "apply") return false;
  return alternatives(receiver).some((network) => {
    const output = network.kind === "entity" ? outputOf(model, network) : undefined;
    return output?.activation === "softmax" || output?.activation === "sigmoid";
  });
}

/** What a sequential or functional model gives out, where its last layer is in sight. */
function outputOf(model: Model, network: Entity): Output | undefined {
  const { origin } = network;
  if (origin.how !== "call") return undefined;
  const [options] = origin.args.positional;
  if (origin.path === "@tensorflow/tfjs.sequential") {
    const listed = optionOf(options, "layers");
    if (listed !== undefined && (listed.kind !== "entity" || listed.items === undefined)) return undefined;
    const added = callsOn(model, network).flatMap(({ method, args }) => (method === "add" ? args.positional : []));
    return outputOfLayers([...(listed?.items ?? []), ...added]);
  }
  if (origin.path !== "@tensorflow/tfjs.model") return undefined;
  const outputs = optionOf(options, "outputs");
  const last = outputs?.kind === "entity" && outputs.items?.length === 1 ? outputs.items[0] : outputs;
  return outputOfLayers(appliedLayers(last));
}

/** The layers that a symbolic tensor went through, the last one last. */
function appliedLayers(value: Value | undefined, depth = 0): readonly Value[] {
  if (value?.kind !== "entity" || value.origin.how !== "call" || value.origin.method !== "apply" || depth > 4)
    return [];
  const { receiver, args } = value.origin;
  return receiver === undefined ? [] : [...appliedLayers(args.positional[0], depth + 1), receiver];
}

function outputOfLayers(layers: readonly Value[], activation?: string): Output | undefined {
  const last = layers.at(-1);
  if (last?.kind !== "entity" || last.origin.how !== "call" || last.site === undefined) return undefined;
  const { path = "", args } = last.origin;
  const kind = /^@tensorflow\/tfjs\.layers\.(\w+)$/.exec(path)?.[1];
  const [options] = args.positional;
  const own = textOf(optionOf(options, "activation"));
  if (kind === "activation" || kind === "softmax" || kind === "reLU" || kind === "leakyReLU") {
    const named = kind === "activation" ? own : kind;
    if (named === undefined) return undefined;
    const before = outputOfLayers(layers.slice(0, -1), named);
    return { activation: named, units: before?.units, site: last.site, path: last.unit.path };
  }
  if (kind !== undefined && keepsActivation.has(kind)) return outputOfLayers(layers.slice(0, -1), activation);
  if (kind === undefined || !/^(dense|conv\dd|separableConv2d|lstm|gru|simpleRNN)$/.test(kind)) return undefined;
  const given = optionOf(options, "activation");
  if (given === undefined ? !isWrittenOut(options) : own === undefined) return undefined;
  const units = optionOf(options, "units") ?? optionOf(options, "filters");
  const count = units?.kind === "literal" && typeof units.value === "number" ? units.value : undefined;
  const standard = kind === "dense" || kind.includes("onv") ? "linear" : "tanh";
  return { activation: activation ?? own ?? standard, units: count, site: last.site, path: last.unit.path };
}
