import { putOut } from "../../semantics/notebook/put-out.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-ignored-warning",
    stage: "training",
    languages: ["python"],
    severity: "info",
    preset: "recommended",
    summary: "The stored output of a notebook warns about its own results",
    why: "A fit that did not converge depends on where it stopped, and values that were set on a copy are lost: the numbers below come of that.",
    fix: "Act on the warning, run the notebook again, and it is gone from the output.",
    guide: "training/debugging#five-common-bugs",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      bad: `# %% In [2]
from sklearn.linear_model import LogisticRegression

model = LogisticRegression(max_iter=5).fit(inputs, returned)
#> /opt/lib/sklearn/linear_model/_logistic.py:469: ConvergenceWarning: lbfgs failed to converge (status=1)
`,
      good: `# %% In [2]
from sklearn.linear_model import LogisticRegression

model = LogisticRegression(max_iter=500).fit(inputs, returned)
`,
    },
    {
      notebook: true,
      title: "Which frame gets the new column depends on how pandas took the rows out.",
      bad: `# %% In [2]
import pandas as pd

adults = visits[visits["age"] >= 18]
adults["returned"] = adults["visits"] > 1
#> /tmp/ipykernel_71/2913.py:4: SettingWithCopyWarning:
#> A value is trying to be set on a copy of a slice from a DataFrame.
`,
      good: `# %% In [2]
import pandas as pd

adults = visits[visits["age"] >= 18].copy()
adults["returned"] = adults["visits"] > 1
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    for (const at of putOut(model, copyWarning, /^$/))
      yield {
        at,
        message:
          "The stored output warns that this sets values on a copy: `.copy()` the part when it is taken, or set it with one `.loc[rows, column]`.",
      };
    for (const at of putOut(model, convergenceWarning, /fit|cross_val|search|score/i))
      yield {
        at,
        message:
          "The stored output warns that this stopped before it converged: scale the inputs, or allow more steps.",
      };
  },
});

/** IPython names a cell by a file or in brackets; the line counts in the cell. */
const copyWarning = /(?:(?:ipykernel_\d+[\\/]\d+\.py|<ipython-input-[^>]*>):(?<line>\d+))?:\s*SettingWithCopyWarning\b/;
const convergenceWarning = /:\s*ConvergenceWarning:/;
