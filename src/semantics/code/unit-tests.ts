import type { FormModule } from "../../syntax/form.js";
import { eachStatement } from "./visit.js";
import { memo } from "./memo.js";

/**
 * Is the file made of unit tests? Judged by what is in it, not by where it lies: it uses a test framework, or asserts
 * in functions called `test_...`. What a test draws, splits or scores is not a result that anybody compares.
 */
export const isUnitTestFile = memo(looksLikeTests);

const frameworks = new Set(["pytest", "unittest", "nose", "absl.testing", "numpy.testing", "sklearn.utils._testing"]);

function looksLikeTests(form: FormModule): boolean {
  const count = { tests: 0, frameworks: 0, asserts: 0 };
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Assert") count.asserts++;
    else if (
      statement.kind === "Import" &&
      (frameworks.has(statement.module) || statement.module.startsWith("unittest."))
    )
      count.frameworks++;
    else if (statement.kind === "FunctionStatement" && /^test(_|[A-Z])/.test(statement.function.name ?? ""))
      count.tests++;
  });
  return count.tests > 0 && count.frameworks + count.asserts > 0;
}
