import { dotted } from "../../../semantics/code/test-checks.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import type { Statement } from "../../../syntax/form.js";

/** What the test of a branch always comes to, where it is a literal: what stands under `if False:` never runs. */
export function constantOf(test: Expression): boolean | undefined {
  return test.kind === "Literal" && test.value !== undefined ? Boolean(test.value) : undefined;
}

/** Does a statement of Python end its block, so that nothing after it runs? `pytest.skip()` does as `return` does. */
export function leaves(statement: Statement): boolean {
  if (statement.kind === "Return" || statement.kind === "Raise") return true;
  if (statement.kind !== "ExpressionStatement" || statement.expression.kind !== "Call") return false;
  return leaving.has(dotted(statement.expression.callee));
}

const leaving: ReadonlySet<string> = new Set([
  ...["pytest.skip", "pytest.xfail", "pytest.fail", "pytest.exit", "self.skipTest", "self.fail"],
  ...["sys.exit", "exit", "quit", "os._exit"],
]);

/** `describe.skip(...)`: the functions that it is given are never called. */
export function isSkippedSuite({ callee }: Call): boolean {
  return /^(?:(?:it|test|describe|suite)\.(?:skip|todo)|x(?:it|test|describe))$/.test(dotted(callee));
}

/** Does a branch hold what runs where the file is started, and not where it is imported? */
export function saysMain(test: string): boolean {
  return /__name__.*__main__|require\.main\s*===?\s*module/.test(test);
}
