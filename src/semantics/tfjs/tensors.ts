import { givesTensor, isTensorType, predictsTensor, tensorEnds, tensorReads } from "../../knowledge/tfjs.js";
import { tensorParts } from "../../knowledge/tfjs-ops.js";
import { isTfjsModel } from "./fits.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** Is it a tensor of tfjs: made or annotated as one, computed from one, or read like one? */
export function isTensor(entity: Entity, depth = 0): boolean {
  const { type, origin } = entity;
  if (type !== undefined) return isTensorType(type);
  if (entity.class !== undefined || depth > 20) return false;
  if (origin.how === "call") {
    const { path, receiver, method } = origin;
    if (path !== undefined && !isOfPage(path)) return givesTensor(path);
    if (method === undefined) return alternatives(receiver).some(isGradient);
    if (tensorEnds.has(method)) return false;
    if (method === "evaluate") return alternatives(receiver).some(isTfjsModel);
    if (method === "capture") return alternatives(receiver).some(isCamera);
    if (predictsTensor.has(method)) return true;
    return alternatives(receiver).some((option) => option.kind === "entity" && isTensor(option, depth + 1));
  }
  if (origin.how === "attribute" && isPart(origin.of, origin.name)) return true;
  return [...tensorReads].some((method) => entity.methodsCalled.has(method)) && entity.methodsCalled.has("dispose");
}

/** `tf.moments(x).mean`, `tf.topk(x).indices`. */
function isPart(whole: Value, name: string): boolean {
  if (whole.kind !== "entity" || whole.origin.how !== "call") return false;
  const called =
    whole.origin.path?.startsWith("@tensorflow/tfjs.") === true ? whole.origin.path.slice(17) : whole.origin.method;
  return tensorParts.get(called?.replace(/^\./, "") ?? "")?.includes(name) === true;
}

/** What `tf.grad(f)` gives: a function, whose results are tensors. */
export function isGradient(value: Value): boolean {
  return (
    value.kind === "entity" &&
    value.origin.how === "call" &&
    /^@tensorflow\/tfjs\.(grads?|valueAndGrads?|customGrad)$/.test(value.origin.path ?? "")
  );
}

/** `model.predict(x)`, where the model is a global that another script of the page makes. */
export function isOfPage(path: string): boolean {
  return /^globals\.\w+\.predict(OnBatch)?$/.test(path);
}

/** The source of pictures that `tf.data.webcam` gives. */
export function isCamera(value: Value): boolean {
  return value.kind === "entity" && value.origin.how === "call" && value.origin.path === "@tensorflow/tfjs.data.webcam";
}

/** The tensors that a value is or holds: of `tf.dispose([a, b])` and `return { a, b }`. */
export function tensorsIn(value: Value | undefined, depth = 0): readonly Entity[] {
  return alternatives(value).flatMap((option): readonly Entity[] => {
    if (option.kind === "tuple") return option.items.flatMap((item) => tensorsIn(item, depth + 1));
    if (option.kind !== "entity" || depth > 4) return [];
    if (option.origin.how === "container") return option.from.flatMap((part) => tensorsIn(part, depth + 1));
    return [option];
  });
}

/** Could this be or hold a tensor? Not what was read from one, or is computed in plain numbers. */
export function mayHoldTensor(value: Value, depth = 0): boolean {
  if (depth > 8) return true;
  const may = (part: Value): boolean => mayHoldTensor(part, depth + 1);
  if (value.kind === "union") return value.options.some(may);
  if (value.kind === "tuple") return value.items.some(may);
  if (value.kind !== "entity") return false;
  const { origin } = value;
  switch (origin.how) {
    case "call":
      if (origin.path !== undefined) return givesTensor(origin.path);
      if (origin.method !== undefined && tensorEnds.has(origin.method)) return false;
      return origin.receiver === undefined || may(origin.receiver);
    case "container":
      return value.from.some(may);
    case "attribute":
    case "element":
    case "index":
    case "slice":
      return may(origin.of);
    case "parameter":
      return isTensor(value);
    case "unknown":
      return true;
    default:
      return false;
  }
}
