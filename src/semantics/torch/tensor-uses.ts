import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../syntax/form.js";
import { inheritedClasses } from "../code/class-attributes.js";
import { eachExpression, eachStatement, pushParts } from "../code/visit.js";
import type { Model } from "../model.js";
import type { UserClass } from "../values.js";

/** Methods that frameworks run for a pass, beside `forward`. */
const passes = new Set(["forward", "__call__", "training_step", "validation_step", "test_step", "predict_step"]);

/**
 * How the passes of a module use a tensor that it keeps in an attribute: moved or only looked at, or as it is, which fails
 * where the module was moved and the tensor was not. One number of a row of them works on every device.
 */
export function tensorUses(
  model: Model,
  owner: UserClass,
  name: string,
  isRow: boolean,
): readonly ("as it is" | "with care")[] {
  return methodsInPasses(model, owner).flatMap((method) => {
    const parents = parentsIn(method.body);
    const self = method.params[0]?.name;
    const numbers = isRow ? namesOfNumbers(model, method) : undefined;
    const isNumber = (index: Expression): boolean =>
      numbers !== undefined && (index.kind === "Literal" || (index.kind === "Name" && numbers.has(index.id)));
    return [...parents.keys()]
      .filter((use) => use.kind === "Attribute" && use.name === name && isSelf(use.object, self))
      .map((use) =>
        !isPicked(use, parents, isNumber) && isAsItIs(model, use, parents, method, owner) ? "as it is" : "with care",
      );
  });
}

/** The methods that a pass runs: its own, and those that they name. */
function methodsInPasses(model: Model, owner: UserClass): readonly FunctionForm[] {
  const methods = methodsOf(model, owner);
  const found = methods.filter((method) => method.name !== undefined && passes.has(method.name));
  for (const method of found) {
    const text = model.text(method);
    for (const other of methods) {
      if (!found.includes(other) && other.name !== "__init__" && new RegExp(`\\.${other.name ?? " "}\\b`).test(text))
        found.push(other);
    }
  }
  return found;
}

function isSelf(expression: Expression, self: string | undefined): boolean {
  return expression.kind === "Name" && expression.id === self;
}

type Parents = ReadonlyMap<Expression, Expression | Statement>;

function parentsIn(body: readonly Statement[]): Parents {
  const parents = new Map<Expression, Expression | Statement>();
  eachStatement(body, (statement) => {
    if (statement.kind === "Assign" && statement.value !== undefined) parents.set(statement.value, statement);
    if (statement.kind === "Return" && statement.value !== undefined) parents.set(statement.value, statement);
  });
  eachExpression(body, (expression) => {
    const children: Expression[] = [];
    pushParts(expression, children);
    for (const child of children) parents.set(child, expression);
  });
  return parents;
}

const looks = new Set(["shape", "device", "dtype", "ndim", "is_cuda"]);
const takesCare = new Set([
  ...["to", "cuda", "cpu", "type_as", "item", "tolist", "numpy", "size", "numel", "dim", "copy_", "data_ptr"],
]);
const harmless = /^(type_as|to|isinstance|expand_as|reshape_as|view_as)$|to_device|move|as_tensor|new_tensor/;

/** `self.rates[epoch]`. */
function isPicked(use: Expression, parents: Parents, isNumber: (index: Expression) => boolean): boolean {
  const parent = parents.get(use);
  return parent?.kind === "Subscript" && parent.object === use && isNumber(parent.index);
}

/** The names that a method has for plain numbers: counters, and parameters that say so. */
function namesOfNumbers(model: Model, { params, body }: FunctionForm): ReadonlySet<string> {
  const said = params.filter(({ annotation }) => annotation && /\bint\b/.test(model.text(annotation)));
  const found = new Set(said.map(({ name }) => name));
  eachStatement(body, (statement) => {
    if (statement.kind !== "Loop" || statement.iterable?.kind !== "Call") return;
    const { target, iterable } = statement;
    const by = model.text(iterable.callee);
    const counter = by === "enumerate" && target?.kind === "Sequence" ? target.items[0] : target;
    if (/^(range|enumerate)$/.test(by) && counter?.kind === "Name") found.add(counter.id);
  });
  return found;
}

/** Is it a part of an index, which may stay on the processor? */
function isInIndex(part: Expression, parents: Parents): boolean {
  for (let at = part, parent = parents.get(at); ; at = parent, parent = parents.get(at)) {
    if (parent?.kind === "Subscript") return parent.index === at;
    if (parent?.kind !== "Operation" && parent?.kind !== "Call" && parent?.kind !== "Sequence") return false;
  }
}

function isAsItIs(model: Model, use: Expression, parents: Parents, method: FunctionForm, owner: UserClass): boolean {
  let at: Expression = use;
  for (;;) {
    const parent = parents.get(at);
    switch (parent?.kind) {
      case "Attribute": {
        if (looks.has(parent.name)) return false;
        const call = parents.get(parent);
        const isCalled = call?.kind === "Call" && call.callee === parent;
        if (isCalled && takesCare.has(parent.name)) return false;
        at = isCalled ? call : parent;
        break;
      }
      case "Subscript":
        // An index may stay on the processor.
        if (parent.index === at) return false;
        at = parent;
        break;
      case "Call":
        if (parent.args.some(({ name }) => name === "device")) return false;
        return isComputed(model, parent.callee, owner);
      case "Operation":
        return /^[-+*/@%&|]|\*\*|\/\//.test(parent.operator) && !isInIndex(parent, parents);
      case "Comparison":
        // A test of single numbers happens on the processor.
        return (
          parents.has(parent) &&
          !parent.operators.some((operator) => operator.startsWith("is") || operator.endsWith("in"))
        );
      case "Assign":
        return parent.operator !== undefined || isUsedLater(model, parent.targets[0], method);
      default:
        return false;
    }
  }
}

/** By a function of torch, a layer or a tensor's method: what functions and methods of the project do with it is not known. */
function isComputed(model: Model, callee: Expression, owner: UserClass): boolean {
  if (callee.kind !== "Attribute" || harmless.test(callee.name)) return false;
  return !methodsOf(model, owner).some(({ name }) => name === callee.name);
}

/** The methods of a class and of those in the file that it inherits from. */
function methodsOf(model: Model, owner: UserClass): readonly FunctionForm[] {
  return inheritedClasses(owner).flatMap(({ form, unit }) =>
    unit.path !== model.path
      ? []
      : form.body.flatMap((statement) => (statement.kind === "FunctionStatement" ? [statement.function] : [])),
  );
}

/** Is the attribute written anywhere but in the constructor and the methods that only it calls? */
export function isSetLater(model: Model, owner: UserClass, name: string): boolean {
  const methods = methodsOf(model, owner);
  return methods.some((method) => {
    let found = false;
    eachStatement(isOfConstructor(model, method, methods) ? [] : method.body, (statement) => {
      if (statement.kind !== "Assign") return;
      found ||= statement.targets.some((target) => target.kind === "Attribute" && target.name === name);
    });
    return found;
  });
}

function isOfConstructor(model: Model, { name }: FunctionForm, methods: readonly FunctionForm[]): boolean {
  if (name === "__init__" || name === undefined) return name === "__init__";
  const callers = methods.filter((other) => new RegExp(`\\.${name}\\b`).test(model.text(other)));
  return callers.length > 0 && callers.every((caller) => caller.name === "__init__");
}

/** Is a name that stands for the tensor computed with, and nowhere moved? */
function isUsedLater(model: Model, target: Expression | undefined, method: FunctionForm): boolean {
  if (target?.kind !== "Name") return false;
  return !new RegExp(`\\b${target.id}(\\[[^\\]]*\\]|\\.\\w+\\([^()]*\\))*\\.(to|cuda|type_as)\\(|device\\s*=`).test(
    model.text({ start: target.end, end: method.end }),
  );
}
