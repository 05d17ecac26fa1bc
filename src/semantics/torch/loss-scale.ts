import type { Expression } from "../../syntax/expressions.js";
import { isLossType } from "../../knowledge/torch.js";
import { alternatives, type CallArguments, type Entity, type Value } from "../values.js";
import { isCalledModule } from "./modules.js";

/**
 * How large a loss is: the mean over a batch, divided or weighted by something, a sum, or unknown.
 * Followed from the loss to what computes it, not into that.
 */
export type LossScale = "mean" | "divided" | "sum" | "unknown";

export function scaleOf(losses: readonly Value[]): LossScale {
  const [loss] = losses;
  return loss === undefined ? "unknown" : ofValue(loss, 0);
}

function ofValue(value: Value, depth: number): LossScale {
  if (depth > 12) return "unknown";
  if (value.kind === "union") return least(value.options.map((option) => ofValue(option, depth + 1)));
  return value.kind === "entity" ? ofEntity(value, depth) : "unknown";
}

/** What silences comes first: one way on which the loss is divided is enough. */
function least(scales: readonly LossScale[]): LossScale {
  for (const scale of ["divided", "sum", "unknown"] as const) if (scales.includes(scale)) return scale;
  return "mean";
}

function ofEntity(value: Entity, depth: number): LossScale {
  const { origin } = value;
  switch (origin.how) {
    case "operation":
      return ofOperation(value, origin.operator, depth);
    case "call":
      return ofCall(value, origin, depth);
    case "attribute":
      return /loss/i.test(origin.name) && isOutput(origin.of) ? "mean" : "unknown";
    case "index":
      return isOutput(origin.of) && (origin.by.kind !== "Literal" || /loss|^0$/.test(String(origin.by.value)))
        ? "mean"
        : "unknown";
    case "element":
      return isOutput(origin.of) ? "mean" : "unknown";
    default:
      return "unknown";
  }
}

function ofOperation({ from }: Entity, operator: string, depth: number): LossScale {
  if (operator === "/" || operator === "//") return "divided";
  const terms = from.filter((part) => part.kind !== "literal");
  if (operator === "*") return terms.length === 1 && depth > 0 ? ofValue(terms[0]!, depth + 1) : "divided";
  if (operator !== "+" && operator !== "-") return "unknown";
  const scales = terms.map((term) => ofTerm(term, depth + 1));
  if (scales.includes("divided")) return "divided";
  return scales.includes("sum") ? "sum" : scales.includes("mean") ? "mean" : "unknown";
}

/** A term of a sum may have a weight, which is no mean over batches. */
function ofTerm(term: Value, depth: number): LossScale {
  if (term.kind !== "entity" || term.origin.how !== "operation" || term.origin.operator !== "*")
    return ofValue(term, depth);
  const scales = term.from.filter((part) => part.kind === "entity").map((part) => ofValue(part, depth + 1));
  return scales.find((scale) => scale !== "unknown") ?? "unknown";
}

type CallOrigin = Entity["origin"] & { readonly how: "call" };

const passedOn =
  /^(scale|to|float|half|double|cuda|cpu|squeeze|unsqueeze|view|reshape|contiguous|requires_grad_|clone)$/;
const rescaling = /^(torch\.)?(div|div_|mul|mul_|true_divide|multiply|divide)$/;

function ofCall({ from }: Entity, { method, path, receiver, args, call }: CallOrigin, depth: number): LossScale {
  const name = method ?? path ?? "";
  const [first] = args.positional;
  if (rescaling.test(name)) return "divided";
  if (/^(torch\.)?(mean|nanmean)$/.test(name)) {
    const inner = ofValue(method === undefined ? (first ?? from[0]!) : (receiver ?? from[0]!), depth + 1);
    return inner === "divided" ? "divided" : "mean";
  }
  if (/^(torch\.)?(sum|nansum)$/.test(name)) return "sum";
  if (method === "scale" || calledName(call.callee) === "scale_loss")
    return first === undefined ? "unknown" : ofValue(first, depth + 1);
  if (method !== undefined && passedOn.test(method))
    return receiver === undefined ? "unknown" : ofValue(receiver, depth + 1);
  if (path === "builtins.sum") return isLossesOfOutput(first) ? "mean" : "unknown";
  if (path?.startsWith("torch.nn.functional.") === true)
    return /(loss|entropy|_div)(_with_logits)?$/.test(path) ? reductionOf(args) : "unknown";
  return ofCallee(from[0], args, calledName(call.callee));
}

/** A criterion gives the mean unless it was told otherwise; what it was made with is known when it is a library's. */
function ofCallee(callee: Value | undefined, args: CallArguments, name: string): LossScale {
  const scales = alternatives(callee).map((option): LossScale => {
    if (option.kind !== "entity") return "unknown";
    const { type, origin } = option;
    if (type !== undefined && isLossType(type)) return origin.how === "call" ? reductionOf(origin.args) : "mean";
    if (isCalledModule(option)) return "mean";
    return /loss|crit|objective/i.test(name) && type === undefined && option.class === undefined
      ? reductionOf(args)
      : "unknown";
  });
  return scales.length === 0 ? "unknown" : least(scales);
}

function reductionOf({ named, open }: CallArguments): LossScale {
  if (open || named.has("size_average") || named.has("reduce")) return "unknown";
  const reduction = named.get("reduction");
  if (reduction === undefined) return "mean";
  if (reduction.kind !== "literal") return "unknown";
  return reduction.value === "mean" || reduction.value === "batchmean"
    ? "mean"
    : reduction.value === "sum"
      ? "sum"
      : "unknown";
}

/** What a model hands out, whole or as a named part. */
function isOutput(value: Value): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity") return false;
    const { origin } = option;
    if (origin.how === "call") return option.from.some((part) => part.kind === "entity" && isCalledModule(part));
    return (origin.how === "index" || origin.how === "slice" || origin.how === "element") && isOutput(origin.of);
  });
}

/** `sum(loss for loss in losses.values())` of a model that computes its losses. */
function isLossesOfOutput(value: Value | undefined): boolean {
  const pending = [...alternatives(value)];
  for (let depth = 0; pending.length > 0 && depth < 20; depth++) {
    const next = pending.pop();
    if (next?.kind !== "entity") continue;
    if (isOutput(next)) return true;
    pending.push(...next.from);
  }
  return false;
}

function calledName(callee: Expression): string {
  return callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
}
