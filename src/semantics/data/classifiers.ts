import { isClassifierType, isSearchType } from "../../knowledge/sklearn.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** Is it a model that tells classes apart, a pipeline or a search of such, or a Keras model with a cross entropy? */
export function isClassifier(model: Model, object: Entity, depth = 0): boolean {
  const type = object.type ?? "";
  if (isClassifierType(type)) return true;
  if (type.startsWith("keras.")) return hasCrossEntropy(model, object);
  if (depth > 6 || !(isSearchType(type) || /\.(?:pipeline|compose)\./.test(type) || type === "builtins.list"))
    return false;
  return parts(object).some((part) => isClassifier(model, part, depth + 1));
}

/** The steps of a pipeline, with or without their names, and what a search tries. */
function parts(object: Entity): readonly Entity[] {
  const within = (value: Value): readonly Entity[] =>
    alternatives(value).flatMap((option) =>
      option.kind === "tuple" ? option.items.flatMap(within) : option.kind === "entity" ? [option] : [],
    );
  return [...object.from, ...(object.items ?? [])].flatMap(within);
}

function hasCrossEntropy(model: Model, network: Entity): boolean {
  return compiles(model, network).some((args) => {
    const loss = args.named.get("loss") ?? args.positional[1];
    const name = loss?.kind === "literal" ? String(loss.value) : loss?.kind === "entity" ? (loss.type ?? "") : "";
    return /cross_?entropy/i.test(name);
  });
}

/** The arguments with which a Keras model is compiled. */
export function compiles(model: Model, network: Entity): readonly Model["calls"][number]["args"][] {
  return model.allCalls
    .filter(({ method, receiver }) => method === "compile" && alternatives(receiver).includes(network))
    .map(({ args }) => args);
}
