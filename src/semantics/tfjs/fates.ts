import { consumesTensors, keepsTensors, takesTensors } from "../../knowledge/tfjs.js";
import type { Call, Expression, Name } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { functionsAround, scopeOf, surroundingsOf } from "../code/surroundings.js";
import type { Model } from "../model.js";
import { alternatives, type Closure, type Value } from "../values.js";
import { eventsByCall } from "./making.js";
import { isTensor } from "./tensors.js";

/**
 * What becomes of a value: it is given back, handed to the caller, kept by somebody (or nobody can tell), or nothing of that,
 * so that it is lost.
 */
export type Fate = "disposed" | "returned" | "kept" | "lost";

/** What is asked about, and the names that were looked at on the way. */
interface Search {
  readonly model: Model;
  readonly form: FormModule;
  readonly names: Set<string>;
}

/** What becomes of the value of an expression in a file. */
export function fateOf(model: Model, form: FormModule, expression: Expression): Fate {
  return fate({ model, form, names: new Set() }, expression);
}

/** What becomes of what a name holds between two places of its function. */
export function fateOfName(model: Model, form: FormModule, name: Name, within?: Span): Fate {
  return nameFate({ model, form, names: new Set() }, name, within);
}

function fate(search: Search, expression: Expression): Fate {
  const { parents } = surroundingsOf(search.form);
  const parent = parents.get(expression);
  if (parent === undefined) return fateInStatement(search, expression);
  switch (parent.kind) {
    case "Await":
    case "Conditional":
    case "Sequence":
      return fate(search, parent);
    case "Mapping":
      return parent.entries.some(({ value }) => value === expression) ? fate(search, parent) : "lost";
    case "Operation":
      return ["and", "or", "??"].includes(parent.operator) ? fate(search, parent) : "lost";
    case "Comparison":
    case "Template":
      return "lost";
    case "Attribute": {
      const above = parents.get(parent);
      if (above?.kind !== "Call" || above.callee !== parent)
        return isReadOnly(parent.name) ? "lost" : fate(search, parent);
      return fateOfReceiver(parent.name, above, search);
    }
    case "Subscript":
      return parent.object === expression && parents.get(parent) !== undefined ? fate(search, parent) : "kept";
    case "Call":
      return parent.callee === expression ? "lost" : fateOfArgument(search, parent, expression);
    case "AssignExpression":
      return "kept";
    default:
      return "kept";
  }
}

/** Attributes of a tensor that say what it is like. */
function isReadOnly(name: string): boolean {
  return /^(shape|rank|rankType|size|dtype|id|isDisposed|strides|dataId)$/.test(name);
}

/** A method of the value. */
function fateOfReceiver(method: string, call: Call, { model }: Search): Fate {
  if (method === "dispose") return "disposed";
  if (/^(then|finally|forEach|map|flatMap|filter|find|reduce|values|entries|flat|pop|shift|variable)$/.test(method))
    return "kept";
  if (method === "concat" || method === "slice" || method === "reverse") {
    // Arrays have methods of these names too.
    const isOfTensor = eventsByCall(model)
      .get(call)
      ?.every(({ receiver }) => alternatives(receiver).every((one) => one.kind === "entity" && isTensor(one)));
    return isOfTensor === true ? "lost" : "kept";
  }
  return "lost";
}

function fateInStatement(search: Search, expression: Expression): Fate {
  const { statements, functions, definitions } = surroundingsOf(search.form);
  const statement = statements.get(expression);
  switch (statement?.kind) {
    case "ExpressionStatement":
    case "Branch":
    case "Assert":
      return "lost";
    case "Assign":
      return statement.value === expression ? fateOfTargets(search, statement.targets) : "lost";
    case "Return": {
      const form = functions.get(expression);
      const at = form === undefined ? undefined : definitions.get(form)?.at;
      if (at?.kind !== "FunctionExpression") return "returned";
      return isNamed(search.form, at) ? "returned" : "kept";
    }
    default:
      return "kept";
  }
}

/** `const f = () => ...`, a method of an object or a field: what it returns goes to who calls it. */
function isNamed(form: FormModule, at: Expression): boolean {
  return surroundingsOf(form).parents.get(at)?.kind !== "Call";
}

function fateOfTargets(search: Search, targets: readonly Expression[]): Fate {
  return worst(
    targets.map((target): Fate => {
      if (target.kind === "Name") return nameFate(search, target);
      const items = target.kind === "Sequence" ? target.items : undefined;
      const parts = items ?? (target.kind === "Mapping" ? target.entries.map(({ value }) => value) : undefined);
      if (parts === undefined || parts.length === 0) return "kept";
      const named = parts.filter((part) => part.kind === "Name");
      return named.length === parts.length ? worst(named.map((name) => nameFate(search, name))) : "kept";
    }),
  );
}

/** One who keeps it is enough for nobody to lose it. */
function worst(fates: readonly Fate[]): Fate {
  for (const one of ["kept", "disposed", "returned"] as const) if (fates.includes(one)) return one;
  return "lost";
}

function nameFate(search: Search, name: Name, within?: Span): Fate {
  const { form, names } = search;
  const scope = scopeOf(form, name);
  const { functions, statements } = surroundingsOf(form);
  const own = functions.get(name);
  // What a function puts into a variable of the outside stays there.
  if (scope === undefined || (scope === "module" ? own !== undefined : scope !== own)) return "kept";
  const key = `${form.text.length} ${name.id} ${scope === "module" ? "" : scope.start} ${within?.start ?? ""}`;
  if (names.has(key)) return "lost";
  names.add(key);
  const references = (surroundingsOf(form).names.get(name.id) ?? []).filter(
    (reference) =>
      reference !== name &&
      scopeOf(form, reference) === scope &&
      (within === undefined || (within.start <= reference.start && reference.end <= within.end)),
  );
  return worst(
    references.map((reference): Fate => {
      const statement = statements.get(reference);
      if (statement?.kind === "Assign" && statement.targets.includes(reference)) return "lost";
      if (statement?.kind === "Loop" && statement.target === reference) return "lost";
      const found = fate(search, reference);
      return found === "lost" && !isAtOnce(form, reference, scope) ? "kept" : found;
    }),
  );
}

/** Is the code around a name run while its function is, and not later by somebody who was handed it? */
function isAtOnce(form: FormModule, reference: Name, scope: FunctionForm | "module"): boolean {
  const around = surroundingsOf(form);
  for (const inner of functionsAround(around, reference)) {
    if (inner === scope) return true;
    const at = around.definitions.get(inner)?.at;
    if (at?.kind !== "FunctionExpression") return false;
    const call = around.parents.get(at);
    if (call?.kind !== "Call") return false;
    const { callee } = call;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (callee !== at && !/^(tidy|forEach|map|flatMap|filter|reduce|some|every|time|profile|minimize|then)$/.test(name))
      return false;
  }
  return scope === "module";
}

/** What becomes of what a call is given. */
function fateOfArgument(search: Search, call: Call, given: Expression): Fate {
  const events = eventsByCall(search.model).get(call) ?? [];
  const { callee } = call;
  const method = callee.kind === "Attribute" ? callee.name : undefined;
  const fates = events.map(({ path, receiver, callee: called, unit }): Fate => {
    if (path === "@tensorflow/tfjs.dispose") return "disposed";
    if (called?.kind === "closure") {
      return unit.form === search.form ? parameterFate(search, called, call, given) : "kept";
    }
    if (path !== undefined && keepsTensors.test(path)) return "kept";
    if (path !== undefined && consumesTensors.test(path)) return "lost";
    if (method === "assign" || method === "setWeights") return "kept";
    if (method === "push" && callee.kind === "Attribute" && callee.object.kind === "Name")
      return arrayFate(search, callee.object);
    if (method !== "addExample" && alternatives(receiver).some(isReadyModel)) return "lost";
    const isOnTensor = alternatives(receiver).some((one) => one.kind === "entity" && isTensor(one));
    return isOnTensor || (method !== undefined && takesTensors.has(method)) ? "lost" : "kept";
  });
  return events.length === 0 ? "kept" : worst(fates);
}

/** What becomes of the array that something is put into: of one of the function's own, by what is done with it. */
function arrayFate(search: Search, array: Name): Fate {
  const { statements, names } = surroundingsOf(search.form);
  const scope = scopeOf(search.form, array);
  const isOwn = (names.get(array.id) ?? []).some((name) => {
    const statement = statements.get(name);
    const isMade = statement?.kind === "Assign" && statement.targets.includes(name) && isEmptyList(statement.value);
    return isMade && scopeOf(search.form, name) === scope;
  });
  return isOwn ? nameFate(search, array) : "kept";
}

function isEmptyList(value: Expression | undefined): boolean {
  return value?.kind === "Sequence" && value.items.length === 0;
}

/** A model of one of the packages that come with their weights: it reads what it is given. */
function isReadyModel(value: Value): boolean {
  return (
    value.kind === "entity" &&
    value.origin.how === "call" &&
    value.origin.path?.startsWith("@tensorflow-models/") === true
  );
}

function parameterFate(search: Search, { form: callee, unit }: Closure, call: Call, given: Expression): Fate {
  // A function of another file is looked at where it stands.
  const there = unit.form === search.form ? search : { ...search, form: unit.form };
  const index = call.args.findIndex(({ value }) => value === given);
  const param = callee.params[index];
  if (index < 0 || param === undefined || param.name === "" || param.variadic !== "none") return "kept";
  const { names } = surroundingsOf(there.form);
  const reference = names.get(param.name)?.find((name) => scopeOf(there.form, name) === callee);
  if (reference === undefined) return "lost";
  const found = worst([nameFate(there, reference), fate(there, reference)]);
  // What it hands back may be this, and then the caller has it.
  return found === "returned" ? fate(search, call) : found;
}
