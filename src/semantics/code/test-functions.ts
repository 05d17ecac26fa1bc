import type { Expression } from "../../syntax/expressions.js";
import type { ClassStatement, FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import { importedModules } from "./imported-from.js";
import { nestedBlocks } from "./visit.js";

/** A function that a test runner of Python collects, and the class that it stands in. */
export interface TestFunction {
  readonly function: FunctionForm;
  readonly owner: ClassStatement | undefined;
}

/** The tests of a file: by the names that pytest and unittest go by, in files that they collect or that use one of them. */
export function testFunctions(path: string, form: FormModule): readonly TestFunction[] {
  if (form.language !== "python" || form.notebook !== undefined) return [];
  if (!/\bdef\s+test/.test(form.text)) return [];
  const usesRunner = importedModules(form).some((module) => /^(?:pytest|unittest)(?:\.|$)/.test(module));
  return usesRunner || collectedFile.test(path) ? [...testsIn(form.body, undefined)] : [];
}

const collectedFile = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;

/** Tests may stand behind a condition, `if torch.cuda.is_available():`, but not within other functions. */
function* testsIn(body: readonly Statement[], owner: ClassStatement | undefined): Iterable<TestFunction> {
  for (const statement of body) {
    if (statement.kind === "FunctionStatement") {
      if (/^test(?:_|[A-Z0-9]|$)/.test(statement.function.name ?? "")) yield { function: statement.function, owner };
    } else if (statement.kind === "ClassStatement") {
      if (isCollected(statement)) yield* testsIn(statement.body, statement);
    } else if (owner === undefined) for (const block of nestedBlocks(statement)) yield* testsIn(block, owner);
  }
}

function isCollected({ name, bases }: ClassStatement): boolean {
  return /^Test/.test(name ?? "") || bases.some(isTestCase);
}

/** Is a class a plain `TestCase`, with no tests that it has from elsewhere? */
export function isTestCase(base: Expression): boolean {
  const name = base.kind === "Name" ? base.id : base.kind === "Attribute" ? base.name : "";
  return name === "TestCase" || name === "IsolatedAsyncioTestCase";
}
