import { codeCells, headOf } from "../../semantics/notebook/cells.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-not-executed",
    stage: "planning",
    languages: ["python"],
    severity: "hint",
    preset: "strict",
    summary: "A notebook was saved with a cell that never ran",
    why: "Cells below it ran, so what they show came about without its code: with it, the numbers may be others.",
    fix: "Restart the kernel and run all cells, or take out the cell that is not needed.",
    guide: "planning/project-layout#notebooks-from-top-to-bottom",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      bad: `# %% In [1]
import pandas as pd

visits = pd.read_csv("visits.csv")

# %%
visits = visits.dropna()

# %% In [2]
visits["returned"].mean()
`,
      good: `# %% In [1]
import pandas as pd

visits = pd.read_csv("visits.csv")

# %% In [2]
visits = visits.dropna()

# %% In [3]
visits["returned"].mean()
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    const cells = codeCells(model);
    // Without any count, they were taken out on purpose; the last cells may be still to be run.
    const last = cells.findLastIndex(({ executionCount }) => executionCount !== undefined);
    const left = cells.slice(0, Math.max(last, 0)).filter(({ executionCount, outputs, statements }) => {
      return executionCount === undefined && outputs.length === 0 && statements.length > 0;
    });
    const [first] = left;
    if (first === undefined) return;
    const others = left.length === 1 ? "" : ` So with ${left.length - 1} more.`;
    yield {
      at: headOf(first, model.form.text),
      message: `This cell never ran, and cells below it did: run all cells, or take it out.${others}`,
    };
  },
});
