import type { Call, Expression } from "../../syntax/expressions.js";
import type { Assert, FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import { importedNames } from "./imported-from.js";
import { memo } from "./memo.js";
import type { TestFunction } from "./test-functions.js";
import { eachExpression, eachStatement } from "./visit.js";

/**
 * Can a test fail for what it finds? By an assertion of any kind, itself or through a helper. Whoever might check is taken
 * to check: a fixture that compares, a helper from another file of tests, a function whose name says so.
 */
export function checksSomething({ function: test, owner }: TestFunction, form: FormModule): boolean {
  if (test.params.some(({ name }) => checkingName.test(name))) return true;
  if (test.decorators.some((decorator) => mayCheck(decorator))) return true;
  return checks(test.body, form, owner?.body ?? [], 0);
}

/** An assertion that holds whatever the code does. */
export function isConstant(assertion: Assert | Call): boolean {
  if (assertion.kind === "Assert") return alwaysHolds(assertion.test);
  const [first] = assertion.args;
  return (
    assertion.callee.kind === "Attribute" &&
    assertion.callee.name === "assertTrue" &&
    first !== undefined &&
    alwaysHolds(first.value)
  );
}

/** `True`, a string, a tuple with something in it, `1 == 1`, and whatever stands beside one of these at an `or`. */
export function alwaysHolds(expression: Expression): boolean {
  if (expression.kind === "Literal") return Boolean(expression.value);
  if (expression.kind === "Operation") return expression.operator === "or" && expression.operands.some(alwaysHolds);
  if (expression.kind === "Sequence") return expression.form === "tuple" && expression.items.length > 0;
  if (expression.kind !== "Comparison" || expression.operators.length !== 1) return false;
  const [left, right] = expression.operands;
  if (left?.kind !== "Literal" || right?.kind !== "Literal" || left.value === undefined) return false;
  return expression.operators[0] === "==" && left.type === right.type && left.value === right.value;
}

/** What a function that checks is called, and a fixture that compares. */
const checkingName =
  /assert|check|verif|expect|valid|compar|raise|warn|fail|should|must|ensure|equal|approx|close|match|test|snapshot|regress|bench|golden|deprecated|exit|matches|same|diff/i;
/** Decorators that only say when and with what a test runs. */
const plainDecorator =
  /^(?:pytest\.mark\.(?!xfail|benchmark)\w+|pytest\.mark|unittest\.skip\w*|(?:unittest\.)?(?:mock\.)?patch(?:\.\w+)*|staticmethod|classmethod|given|hypothesis\.\w+|torch\.(?:no_grad|inference_mode)|settings|parameterized(?:\.\w+)*)$/;

function mayCheck(decorator: Expression): boolean {
  return !plainDecorator.test(dotted(decorator.kind === "Call" ? decorator.callee : decorator));
}

/** A name with its attributes, as it is written: `pytest.mark.skip`. */
export function dotted(expression: Expression): string {
  if (expression.kind === "Name") return expression.id;
  return expression.kind === "Attribute" ? `${dotted(expression.object)}.${expression.name}` : "?";
}

/** Helpers call helpers, but not for long. */
const deepest = 3;

function checks(body: readonly Statement[], form: FormModule, siblings: readonly Statement[], depth: number): boolean {
  const seen = { check: false };
  eachStatement(body, (statement) => {
    if (statement.kind === "Raise" || (statement.kind === "Assert" && !isConstant(statement))) seen.check = true;
    // What a runner makes of a value that is given back is its own affair.
    if (statement.kind === "Return" && statement.value !== undefined) seen.check = true;
  });
  if (seen.check) return true;
  eachExpression(body, (expression) => {
    if (!seen.check && expression.kind === "Call") seen.check = callChecks(expression, form, siblings, depth);
    if (expression.kind === "Yield") seen.check = true;
  });
  return seen.check;
}

function callChecks(call: Call, form: FormModule, siblings: readonly Statement[], depth: number): boolean {
  if (isConstant(call)) return false;
  const { callee } = call;
  const name = callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : undefined;
  // What a call gives is judged by that call; of others, what is called is only known when the test runs.
  if (name === undefined) return callee.kind !== "Call";
  if (checkingName.test(name)) return true;
  const isOwn = callee.kind === "Attribute" && callee.object.kind === "Name" && /^(?:self|cls)$/.test(callee.object.id);
  if (isOwn) {
    const method = functionNamed(siblings, name);
    return method === undefined || depth >= deepest || checks(method.body, form, siblings, depth + 1);
  }
  if (callee.kind !== "Name") return false;
  const local = functionNamed(form.body, name);
  if (local !== undefined) return depth >= deepest || checks(local.body, form, siblings, depth + 1);
  const module = importedNames(form).get(name);
  return module !== undefined && helperModule.test(module);
}

/** A module of tests, or of helpers for them. */
const helperModule =
  /(?:^|\.)(?:tests?|testing|conftest|helpers?|utils?|common|\w*_(?:helpers?|utils?|testing))(?:\.|$)|^\.+$|test/;

const functionsOf = memo((body: readonly Statement[]): ReadonlyMap<string, FunctionForm> => {
  const found = new Map<string, FunctionForm>();
  for (const statement of body) {
    if (statement.kind === "FunctionStatement" && statement.function.name !== undefined)
      found.set(statement.function.name, statement.function);
  }
  return found;
});

function functionNamed(body: readonly Statement[], name: string): FunctionForm | undefined {
  return functionsOf(body).get(name);
}
