import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm, Parameter } from "../../syntax/form.js";
import { factCell, makeEntity, type Run } from "./run.js";
import type { Value } from "../values.js";
import { eachExpression, eachStatementInScope } from "../code/visit.js";

/**
 * The ways to follow a function that nobody in sight calls: when it switches on one of its parameters (`if train:`,
 * `if optimizer is not None:`), once for each answer, because the two are different programs. Else one way, with nothing assumed.
 */
export function assumptions(run: Run, form: FunctionForm): ReadonlyMap<string, Value>[] {
  const switches = form.params.find((param) => isFlag(param) && isTested(form, param.name));
  if (switches !== undefined) {
    return [true, false].map((value) => new Map<string, Value>([[switches.name, { kind: "literal", value }]]));
  }
  const optional = form.params.find((param) => isNoneByDefault(param) && isTested(form, param.name));
  if (optional !== undefined) {
    const given = makeEntity(run, { how: "parameter", name: optional.name, function: form }, undefined, []);
    factCell(given, "given");
    return [
      new Map<string, Value>([[optional.name, given]]),
      new Map([[optional.name, { kind: "literal", value: null }]]),
    ];
  }
  return [new Map()];
}

function isFlag(param: Parameter): boolean {
  const { annotation, defaultValue } = param;
  return (
    (defaultValue?.kind === "Literal" && defaultValue.type === "boolean") ||
    (annotation?.kind === "Name" && annotation.id === "bool")
  );
}

function isNoneByDefault({ defaultValue }: Parameter): boolean {
  return defaultValue?.kind === "Literal" && defaultValue.type === "none";
}

/** Is the parameter a whole condition, plainly, negated or compared with None? */
function isTested(form: FunctionForm, name: string): boolean {
  const tests: Expression[] = [];
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind === "Branch") tests.push(statement.test);
  });
  eachExpression(form.body, (expression) => {
    if (expression.kind === "Conditional") tests.push(expression.test);
    if (expression.kind === "Call" && isSwitch(expression.callee))
      tests.push(...expression.args.map((arg) => arg.value));
    if (expression.kind === "Comparison") tests.push(expression);
  });
  return tests.some((test) => asks(test, name));
}

/** `model.train(flag)` and `torch.set_grad_enabled(flag)` branch without an `if`. */
function isSwitch(callee: Expression): boolean {
  return callee.kind === "Attribute" && (callee.name === "train" || callee.name === "set_grad_enabled");
}

function asks(test: Expression, name: string): boolean {
  if (test.kind === "Name") return test.id === name;
  if (test.kind === "Operation" && (test.operator === "not" || test.operator === "and")) {
    return test.operands.some((operand) => asks(operand, name));
  }
  const [first, second] = test.kind === "Comparison" ? test.operands : [];
  return first?.kind === "Name" && first.id === name && second?.kind === "Literal" && second.type === "none";
}
