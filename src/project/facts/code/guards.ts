import { alwaysHolds } from "../../../semantics/code/test-checks.js";
import { eachExpression, eachStatementInScope } from "../../../semantics/code/visit.js";
import type { Expression } from "../../../syntax/expressions.js";
import type { Statement } from "../../../syntax/form.js";
import type { ComparisonFact, GuardFact } from "../code-facts.js";
import { lookUp, type Scope } from "./scope.js";
import { type Reader, textOf, valueOf } from "./values.js";

/** What follows when a test fails, judged by the body that it leads to. */
export function effectOf(body: readonly Statement[]): GuardFact["effect"] | undefined {
  let effect: GuardFact["effect"] | undefined;
  for (const statement of body) {
    if (statement.kind === "Raise") return "raise";
    if (statement.kind === "Return" && isFalse(statement.value)) effect ??= "return-false";
    if (statement.kind !== "ExpressionStatement" || statement.expression.kind !== "Call") continue;
    const name = lastName(statement.expression.callee);
    if (leaving.has(name)) return "exit";
    if (warning.has(name)) effect ??= "warn";
    // What is wrong is put on a list, for whoever looks at it later.
    if (name === "append" || name === "push") effect ??= "collect";
  }
  return effect;
}

/** The test of `return 1 if problems else 0`, which tells whoever called that something is wrong. */
export function returnedTest(value: Expression | undefined): Expression | undefined {
  if (value?.kind !== "Conditional") return undefined;
  return isFalse(value.then) !== isFalse(value.otherwise) ? value.test : undefined;
}

/** The name in which a body collects what is wrong, for a test further on: `problems.append(...)`, `failed = True`. */
export function collectedIn(body: readonly Statement[]): string | undefined {
  for (const statement of body) {
    if (statement.kind === "Assign") {
      const [target] = statement.targets;
      const isFlag = statement.value?.kind === "Literal" && typeof statement.value.value === "boolean";
      if (target?.kind === "Name" && (isFlag || statement.operator === "+")) return target.id;
    }
    const call = statement.kind === "ExpressionStatement" ? statement.expression : undefined;
    if (call?.kind !== "Call" || call.callee.kind !== "Attribute" || call.callee.object.kind !== "Name") continue;
    if (/^(?:append|add|extend|push)$/.test(call.callee.name)) return call.callee.object.id;
  }
  return undefined;
}

/** A test whose body only notes that something is wrong, with the name in which it does. */
export interface Deferred {
  readonly collected: string;
  readonly guard: GuardFact;
}

/**
 * Tests that decide after all: what they note is tested further on in the same function and stops it, or is handed back.
 * `returned` holds the names that functions give back, as `function name`.
 */
export function decidedLater(
  deferred: readonly Deferred[],
  guards: readonly GuardFact[],
  returned: ReadonlySet<string>,
): readonly GuardFact[] {
  return deferred.flatMap(({ collected, guard }): readonly GuardFact[] => {
    const final = guards.find(({ within, mentions, effect }) => {
      return within === guard.within && mentions.includes(collected) && (effect === "raise" || effect === "exit");
    });
    if (final !== undefined) return [{ ...guard, effect: final.effect }];
    return [returned.has(`${guard.within} ${collected}`) ? { ...guard, effect: "return-false" } : guard];
  });
}

/** `except` that neither raises again nor leaves the program; what is missing or optional is no failure. */
export function swallows(handler: {
  readonly type: Expression | undefined;
  readonly body: readonly Statement[];
}): boolean {
  if (handler.type !== undefined && /ImportError|ModuleNotFoundError/.test(lastName(handler.type))) return false;
  let goesOn = true;
  eachStatementInScope(handler.body, (statement) => {
    if (statement.kind === "Raise") goesOn = false;
    const call = statement.kind === "ExpressionStatement" ? statement.expression : undefined;
    if (call?.kind === "Call" && leaving.has(lastName(call.callee))) goesOn = false;
  });
  return goesOn;
}

const leaving: ReadonlySet<string> = new Set(["exit", "_exit", "quit", "abort", "fail", "xfail"]);
const warning: ReadonlySet<string> = new Set(["warn", "warning", "error", "critical", "print", "capture_message"]);

/** What a test says, with what stands behind names that are set once in the same function. */
export function testOf(
  reader: Reader,
  test: Expression,
  scope: Scope,
): Pick<GuardFact, "mentions" | "comparisons" | "isConstant" | "text"> {
  const mentions = new Set<string>();
  const comparisons: ComparisonFact[] = [];
  const seen = { change: false };
  const visit = (expression: Expression, depth: number): void => {
    eachExpression(
      [{ kind: "ExpressionStatement", start: expression.start, end: expression.end, expression }],
      (part) => {
        if (part.kind === "Attribute") mentions.add(part.name);
        if (part.kind === "Literal" && typeof part.value === "string") mentions.add(part.value);
        if (part.kind === "Name") {
          mentions.add(part.id);
          seen.change ||= part.id !== "True" && part.id !== "False";
          const found = depth < 2 ? lookUp(scope, part.id) : undefined;
          const values = found?.binding.kind === "values" ? found.binding.values : [];
          if (values.length === 1 && values[0] !== undefined) visit(values[0], depth + 1);
        }
        if (part.kind !== "Comparison") return;
        for (const [index, operator] of part.operators.entries()) {
          const [left, right] = [part.operands[index], part.operands[index + 1]];
          if (left === undefined || right === undefined) continue;
          comparisons.push({ left: valueOf(reader, left, scope), operator, right: valueOf(reader, right, scope) });
        }
      },
    );
  };
  visit(test, 0);
  return {
    mentions: [...mentions],
    comparisons,
    isConstant: !seen.change || alwaysHolds(test),
    text: textOf(reader, test),
  };
}

/** The test of an assertion that is a call: `self.assertGreater(accuracy, 0.9)`, `expect(loss).toBeLessThan(1)`. */
export function asserted(
  reader: Reader,
  call: Expression & { readonly kind: "Call" },
  scope: Scope,
): Pick<GuardFact, "mentions" | "comparisons" | "isConstant" | "text"> | undefined {
  const name = lastName(call.callee);
  const { callee } = call;
  const subject =
    callee.kind === "Attribute" && callee.object.kind === "Call" && lastName(callee.object.callee) === "expect"
      ? callee.object.args[0]?.value
      : undefined;
  const operator = operators[name];
  if (subject === undefined && !/^assert[A-Z_]|^assert$/.test(name)) return undefined;
  const first = subject ?? call.args[0]?.value;
  const second = call.args[subject === undefined ? 1 : 0]?.value;
  if (first === undefined) return undefined;
  const { comparisons, ...said } = testOf(reader, call, scope);
  const pair = operator === undefined || second === undefined ? [] : [compared(reader, first, operator, second, scope)];
  const isConstant = first.kind === "Literal" && (second === undefined || second.kind === "Literal");
  return { ...said, comparisons: [...pair, ...comparisons], isConstant };
}

function compared(reader: Reader, left: Expression, operator: string, right: Expression, scope: Scope): ComparisonFact {
  return { left: valueOf(reader, left, scope), operator, right: valueOf(reader, right, scope) };
}

const operators: Readonly<Record<string, string>> = {
  ...{ assertGreater: ">", assertGreaterEqual: ">=", assertLess: "<", assertLessEqual: "<=", assertEqual: "==" },
  ...{ toBeGreaterThan: ">", toBeGreaterThanOrEqual: ">=", toBeLessThan: "<", toBeLessThanOrEqual: "<=" },
  ...{ toBe: "==", toEqual: "==", assertAlmostEqual: "==", assert_less: "<", assert_greater: ">" },
};

export function lastName(expression: Expression): string {
  return expression.kind === "Attribute" ? expression.name : expression.kind === "Name" ? expression.id : "";
}

function isFalse(value: Expression | undefined): boolean {
  return value?.kind === "Literal" && (value.value === false || value.value === 1);
}
