import { nanComparisons, nanEqualityCalls, type NanComparison } from "../../semantics/code/nan-comparisons.js";
import { nanTest } from "../../semantics/code/nan.js";
import type { Model } from "../../semantics/model.js";
import { defineRule, type Report } from "../rule.js";
import { replace, shorten, suggest } from "../wording.js";

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
    topics: ["missing"],
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
    for (const found of nanComparisons(model)) yield report(model, found);
    for (const { call } of nanEqualityCalls(model))
      yield { at: call, message: `Nothing is equal to NaN, so this finds none: ask with \`isna()\` or \`isnan\`.` };
  },
});

function report(model: Model, { comparison, operator, nan, other, otherValue }: NanComparison): Report {
  const outcome = operator === "==" ? "always false" : operator === "!=" ? "always true" : "no test for NaN";
  const test = nanTest(model, nan, other, otherValue);
  const isNegated = operator === "!=" || operator === "is not";
  const advice = isNegated ? (test.negated ?? `~${test.call}`) : test.call;
  return {
    at: comparison,
    message: `\`${shorten(model.text(other))} ${operator} ${model.text(nan)}\` is ${outcome}: ask with \`${shorten(advice)}\`.`,
    fixes:
      comparison.operators.length > 1 ? [] : suggest(`Replace by \`${shorten(advice)}\``, replace(comparison, advice)),
  };
}
