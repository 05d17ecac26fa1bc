import { isTfjsModelType } from "../../knowledge/tfjs.js";
import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { isTfjsFit, isTfjsModel } from "./fits.js";

/** What a script does with a model and rows: it trains, scores or asks it. */
export interface ModelUse {
  readonly event: CallEvent;
  readonly kind: "fit" | "score" | "predict";
  /** The model, where it is certain which. */
  readonly object: Entity | undefined;
  /** The rows as they are handed over. */
  readonly rows: Value | undefined;
  readonly written: Expression | undefined;
}

/** The uses of models of TensorFlow.js, brain.js and their like, in order of execution. */
export const modelUses = perModel((model): readonly ModelUse[] =>
  model.calls.flatMap((event): readonly ModelUse[] => {
    const kind = kindOf(event);
    if (kind === undefined) return [];
    const options = alternatives(event.receiver);
    const [only] = options;
    const object = options.length === 1 && only?.kind === "entity" ? only : undefined;
    return [{ event, kind, object, rows: event.args.positional[0], written: event.call.args[0]?.value }];
  }),
);

function kindOf(event: CallEvent): ModelUse["kind"] | undefined {
  const { method, receiver } = event;
  if (method === undefined) return undefined;
  if (isTfjsFit(event)) return "fit";
  const isOurs = alternatives(receiver).some((value) => isTfjsModel(value) || isLearner(value));
  if (!isOurs) return undefined;
  if (/^(fit|train|trainAsync|partialFit)$/.test(method)) return event.args.positional.length > 0 ? "fit" : undefined;
  if (/^(evaluate|evaluateDataset|test|score)$/.test(method)) return "score";
  return /^(predict\w*|run|classify|execute)$/.test(method) ? "predict" : undefined;
}

/** An object of a library whose models are trained and asked by methods of these names. */
function isLearner(value: Value): boolean {
  if (value.kind !== "entity") return false;
  const path = value.type ?? (value.origin.how === "call" ? value.origin.path : undefined) ?? "";
  return learners.test(path) && !isTfjsModelType(path);
}

const learners = /^(brain\.js|synaptic|neataptic|scikitjs|ml-[\w-]+|libsvm-js|limdu|natural)(\.|$)/;

/** Are these the same rows: one object, or made by the same words from the same names? */
export function areSameRows(model: Model, a: ModelUse, b: ModelUse): boolean {
  const first = alternatives(a.rows);
  if (first.length === 1 && a.rows === b.rows && first[0]?.kind === "entity") return true;
  if (a.written === undefined || b.written === undefined) return false;
  const [one, other] = [spelledOut(model, a.written, 0), spelledOut(model, b.written, 0)];
  return one !== undefined && one === other;
}

/** An expression with the names in it that are set once in the place of which stands what they are set to. */
function spelledOut(model: Model, expression: Expression, depth: number): string | undefined {
  if (expression.kind === "Name") {
    const values = valuesOf(model, expression);
    if (values.length > 1) return undefined;
    const [value] = values;
    const scope = scopeOf(model.form, expression);
    const own = `${expression.id}@${scope === undefined || scope === "module" ? "" : scope.start}`;
    return value === undefined || depth > 4 || isPlain(value) ? own : spelledOut(model, value, depth + 1);
  }
  if (expression.kind === "Await") return spelledOut(model, expression.value, depth);
  if (
    expression.kind === "Call" &&
    expression.callee.kind === "Attribute" &&
    /^tensor\d?d?$/.test(expression.callee.name)
  ) {
    const given = expression.args[0]?.value;
    const inner = given && spelledOut(model, given, depth + 1);
    return inner === undefined ? undefined : `tensor(${inner})`;
  }
  return model.text(expression).replace(/\s+/g, "");
}

/** What a call gives may be something else each time: its name is then the surer sign. */
function isPlain(value: Expression): boolean {
  return !(value.kind === "Name" || value.kind === "Call");
}

function valuesOf(model: Model, name: Expression & { kind: "Name" }): readonly (Expression | undefined)[] {
  const { form } = model;
  const { names, statements } = surroundingsOf(form);
  const scope = scopeOf(form, name);
  return (names.get(name.id) ?? []).flatMap((reference) => {
    const statement = statements.get(reference);
    if (statement?.kind !== "Assign" || scopeOf(form, reference) !== scope) return [];
    const target = statement.targets.find(({ start, end }) => start <= reference.start && reference.end <= end);
    if (target === undefined) return [];
    return [target === reference ? statement.value : undefined];
  });
}
