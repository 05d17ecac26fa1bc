import { mlLibraries } from "../../knowledge/ml-libraries.js";
import type { Comparison, Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import type { Model } from "../model.js";
import { importedNames } from "./imported-from.js";
import { librariesInSight } from "./libraries.js";
import { checksSomething, dotted, isConstant } from "./test-checks.js";
import { isTestCase, type TestFunction, testFunctions } from "./test-functions.js";
import { eachStatementInScope, nestedBlocks } from "./visit.js";

/** A test that would pass whatever the code does, at the place that says so. */
export interface EmptyTest extends Span {
  readonly kind:
    | "empty"
    /** It asserts what always holds. */
    | "constant"
    /** The same by a slip: `assert (x == 1, "message")`. */
    | "tuple"
    /** A comparison whose answer nobody gets. */
    | "comparison"
    /** What it should assert, it prints. */
    | "printed"
    /** It never runs, and nothing says why. */
    | "skipped";
  readonly name: string;
}

/** Tests of machine learning code that check nothing. A test that calls something and is content that it ends is none of them. */
export function emptyTests(model: Model): readonly EmptyTest[] {
  const tests = testFunctions(model.path, model.form);
  if (tests.length === 0 || !(model.isMachineLearning || testsMachineLearning(model))) return [];
  return tests.flatMap((test) => [...emptinessOf(test, model)]);
}

function testsMachineLearning({ path, form, workspace }: Model): boolean {
  for (const library of librariesInSight({ path, form }, workspace)) if (mlLibraries.has(library)) return true;
  return false;
}

function* emptinessOf(test: TestFunction, { form }: Model): Iterable<EmptyTest> {
  const { function: own, owner } = test;
  const name = own.name ?? "";
  const decorators = [...own.decorators, ...(owner?.decorators ?? [])];
  if (decorators.some(isExpectedToFail)) return;
  const skip = decorators.find(
    (decorator) => isUnexplainedSkip(decorator, importedNames(form)) && !isCommented(decorator, form),
  );
  if (skip !== undefined) {
    if (own.decorators.includes(skip)) yield { start: skip.start, end: skip.end, kind: "skipped", name };
    return;
  }
  // Whoever says why may leave the rest out.
  if (decorators.some((decorator) => /skip/i.test(dotted(calleeOf(decorator))))) return;
  if (own.body.every(isNothing)) {
    // An empty method may turn off a test that the class has from elsewhere, and a fixture or an import may be the test.
    const isAlone = own.params.every(({ name: param }) => param === "self" || param === "cls") && !/import/.test(name);
    if (isAlone && (owner === undefined || owner.bases.every(isTestCase)))
      yield { ...own.nameSpan, kind: "empty", name };
    return;
  }
  for (const { start, end } of thrownAwayComparisons(own.body)) yield { start, end, kind: "comparison", name };
  const constants = constantAssertions(own);
  const slips = constants.filter(({ isTuple }) => isTuple);
  for (const { start, end } of slips) yield { start, end, kind: "tuple", name };
  if (slips.length > 0 || checksSomething(test, form)) return;
  const [constant] = constants;
  if (constant !== undefined) yield { start: constant.start, end: constant.end, kind: "constant", name };
  else if (!measures.test(name)) yield* printsInsteadOf(own, name);
}

/** What measures is read by people. */
const measures = /speed|time|perf|bench|profil|memory|smoke|print|log|show|plot|demo/i;

function calleeOf(decorator: Expression): Expression {
  return decorator.kind === "Call" ? decorator.callee : decorator;
}

function isExpectedToFail(decorator: Expression): boolean {
  return /xfail|expectedFailure|fixture/.test(dotted(calleeOf(decorator)));
}

/** Does a comment on its line say why? */
function isCommented({ end }: Expression, { text, comments }: FormModule): boolean {
  return comments.some(({ start }) => start >= end && !text.slice(end, start).includes("\n"));
}

/** `@pytest.mark.skip`, `@unittest.skip`, `skipif(True)`: without a word why. */
function isUnexplainedSkip(decorator: Expression, imported: ReadonlyMap<string, string>): boolean {
  const callee = calleeOf(decorator);
  const written = dotted(callee);
  const isUnittest = callee.kind === "Name" && imported.get(callee.id) === "unittest";
  const [, kind] = /^(?:pytest\.mark|unittest)\.(skip|skipif|skipIf|skipUnless)$/.exec(
    isUnittest ? `unittest.${written}` : written,
  ) ?? [undefined, undefined];
  if (kind === undefined) return false;
  const args = decorator.kind === "Call" ? decorator.args : [];
  if (kind === "skip") return args.length === 0 || args.every(({ value }) => isFalsy(value));
  const [condition, ...reasons] = args;
  if (reasons.some(({ value }) => !isFalsy(value))) return false;
  if (condition?.value.kind !== "Literal" || condition.value.type !== "boolean") return false;
  return condition.value.value === (kind !== "skipUnless");
}

function isFalsy(value: Expression): boolean {
  return value.kind === "Literal" && value.value !== undefined && !value.value;
}

/** `pass`, `...`, a docstring; one with examples in it is a test, which doctest runs. */
function isNothing(statement: Statement): boolean {
  if (statement.kind === "Return") return statement.value === undefined;
  if (statement.kind !== "ExpressionStatement" || statement.expression.kind !== "Literal") return false;
  const { value } = statement.expression;
  return !(typeof value === "string" && /^\s*>>> /m.test(value));
}

/** Comparisons that are statements; under `with`, one may be meant to fail. */
function* thrownAwayComparisons(body: readonly Statement[]): Iterable<Comparison> {
  for (const statement of body) {
    if (statement.kind === "ExpressionStatement" && statement.expression.kind === "Comparison")
      yield statement.expression;
    else if (statement.kind !== "With" && statement.kind !== "Try")
      for (const block of nestedBlocks(statement)) yield* thrownAwayComparisons(block);
  }
}

function constantAssertions({ body }: FunctionForm): readonly (Span & { readonly isTuple: boolean })[] {
  const found: (Span & { readonly isTuple: boolean })[] = [];
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Assert" && isConstant(statement)) {
      const { kind, start, end } = statement.test;
      found.push({ start, end, isTuple: kind === "Sequence" });
    } else if (
      statement.kind === "ExpressionStatement" &&
      statement.expression.kind === "Call" &&
      isConstant(statement.expression)
    )
      found.push({ start: statement.expression.start, end: statement.expression.end, isTuple: false });
  });
  return found;
}

/** The first value that is shown to whoever runs the test. */
function* printsInsteadOf({ body }: FunctionForm, name: string): Iterable<EmptyTest> {
  let found: EmptyTest | undefined;
  eachStatementInScope(body, (statement) => {
    if (found !== undefined || statement.kind !== "ExpressionStatement") return;
    const { expression: call } = statement;
    if (call.kind !== "Call" || call.callee.kind !== "Name" || call.callee.id !== "print") return;
    if (!call.args.some(({ name: keyword, value }) => keyword === undefined && value.kind !== "Literal")) return;
    found = { start: call.start, end: call.end, kind: "printed", name };
  });
  if (found !== undefined) yield found;
}
