import type { Call, Expression } from "../../syntax/expressions.js";
import { comparedPairs, type ComparedPair } from "../../semantics/code/comparisons.js";
import { isParameter } from "../../semantics/code/local-names.js";
import { isMissingConstant, isNan, nanTest } from "../../semantics/code/nan.js";
import type { Model } from "../../semantics/model.js";
import { alternatives, type Value } from "../../semantics/values.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "nan-equality",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A value is compared with NaN",
    why: "NaN is equal to nothing, not even to itself: `==` finds no missing value, `!=` keeps them all, and `is` depends on how the value was made.",
    fix: "Ask with `isna()`, `np.isnan` or `math.isnan`.",
    guide: "data/cleaning#missing-values",
    sources: [{ title: "NumPy: constants", url: "https://numpy.org/doc/stable/reference/constants.html#numpy.nan" }],
    fixable: "suggestion",
    libraries: ["numpy", "pandas", "torch", "math", "sklearn", "tensorflow", "keras", "jax", "scipy"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: 'import numpy as np\nimport pandas as pd\n\nlog = pd.read_csv("log.csv")\nlog = log[log["wind"] != np.nan]\n',
      good: 'import pandas as pd\n\nlog = pd.read_csv("log.csv")\nlog = log[log["wind"].notna()]\n',
    },
    {
      title: "A comparison with itself is the way to ask without a library.",
      bad: 'import math\nimport torch\n\ndef diverged(loss):\n    return loss == float("nan") or loss == math.nan\n',
      good: "import torch\n\ndef diverged(loss):\n    return loss != loss or torch.isinf(loss)\n",
    },
    {
      title: "Identity holds for the very object only, not for a NaN that was read or computed.",
      bad: "import numpy as np\n\ndef gaps(row):\n    return sum(value is np.nan for value in row)\n",
      good: "import numpy as np\n\ndef gaps(row):\n    return np.isnan(row).sum()\n",
    },
  ],

  *check(model) {
    if (!spelling.test(model.form.text)) return;
    for (const pair of comparedPairs(model)) {
      const [left, right] = [isNan(pair.leftValue), isNan(pair.rightValue)];
      // Both sides: somebody shows or tests what NaN does.
      if (left === right || !operators.has(pair.operator)) continue;
      const nan = left ? pair.left : pair.right;
      const other = left ? pair.right : pair.left;
      // `fill == 0`, where `fill` is NaN: whether an option was chosen is asked, not whether a number is NaN.
      if (nan.kind === "Name" && (isParameter(model.form, nan) || other.kind === "Literal")) continue;
      const identity = pair.operator.startsWith("is");
      if (identity && (isMissingConstant(left ? pair.leftValue : pair.rightValue) || isSentinel(pair, nan))) continue;
      yield report(model, pair, nan, other, left ? pair.rightValue : pair.leftValue);
    }
    yield* methodReports(model);
  },
});

/** Files in which no missing value is written need no walk through every comparison. */
const spelling = /nan|\bNA\b|NaT/i;
const operators = new Set(["==", "!=", "is", "is not"]);

/** `if fill is np.nan`, where `fill` is a parameter: a default or an option is being recognised, which is one object. */
function isSentinel({ left, right, leftValue, rightValue }: ComparedPair, nan: Expression): boolean {
  const [other, value] = nan === left ? [right, rightValue] : [left, leftValue];
  const given = alternatives(value).some(
    (option) =>
      option.kind === "literal" ||
      (option.kind === "entity" && (option.origin.how === "parameter" || option.origin.how === "attribute")),
  );
  return given && (other.kind === "Name" || other.kind === "Attribute");
}

function report(
  model: Model,
  pair: ComparedPair,
  nan: Expression,
  other: Expression,
  value: Value | undefined,
): Report {
  const { comparison, operator } = pair;
  const [nanText, otherText] = [model.text(nan), model.text(other)];
  const outcome = operator === "==" ? "always false" : operator === "!=" ? "always true" : "no test for NaN";
  const test = nanTest(model, nan, other, value);
  const negated = operator === "!=" || operator === "is not";
  const newText = !negated ? test.call : (test.negated ?? `~${test.call}`);
  return {
    at: comparison,
    message: `\`${shorten(otherText)} ${operator} ${nanText}\` is ${outcome}: ask with \`${shorten(newText)}\`.`,
    fixes:
      comparison.operators.length > 1
        ? []
        : [
            {
              title: `Replace by \`${shorten(newText)}\``,
              safety: "suggestion",
              edits: [{ start: comparison.start, end: comparison.end, newText }],
            },
          ],
  };
}

/** `frame.eq(np.nan)` and `np.equal(x, np.nan)` are the operators under other names. */
function* methodReports(model: Model): Iterable<Report> {
  const seen = new Set<Call>();
  for (const { call, method, path, args } of model.calls) {
    const asMethod = (method === "eq" || method === "ne") && args.positional.length >= 1;
    const asFunction = path !== undefined && equalFunctions.test(path);
    if (seen.has(call) || (!asMethod && !asFunction) || !args.positional.some((value) => isNan(value))) continue;
    seen.add(call);
    yield { at: call, message: `Nothing is equal to NaN, so this finds none: ask with \`isna()\` or \`isnan\`.` };
  }
}

const equalFunctions = /^(numpy\.(not_)?equal|(torch|operator)\.(eq|ne))$/;
