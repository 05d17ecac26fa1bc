import type { FormModule } from "../syntax/form.js";
import { eachStatement } from "./visit.js";

const known = new WeakMap<FormModule, boolean>();

/**
 * Is the file made of unit tests? Judged by what is in it, not by where it lies: it uses a test framework, or asserts
 * in functions called `test_...`. What a test draws, splits or scores is not a result that anybody compares.
 */
export function isUnitTestFile(form: FormModule): boolean {
  let found = known.get(form);
  if (found === undefined) {
    found = looksLikeTests(form);
    known.set(form, found);
  }
  return found;
}

const frameworks = new Set(["pytest", "unittest", "nose", "absl.testing", "numpy.testing", "sklearn.utils._testing"]);

function looksLikeTests(form: FormModule): boolean {
  let tests = 0;
  let frameworkUsed = false;
  let asserts = 0;
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import") {
      frameworkUsed ||= frameworks.has(statement.module) || statement.module.startsWith("unittest.");
    } else if (statement.kind === "FunctionStatement") {
      if (/^test_|^test[A-Z]/.test(statement.function.name ?? "")) tests++;
    } else if (statement.kind === "Assert") asserts++;
  });
  return tests > 0 && (frameworkUsed || asserts > 0);
}
