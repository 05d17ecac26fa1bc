import { staleCells } from "../../semantics/notebook/stale-cells.js";
import { headOf } from "../../semantics/notebook/cells.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-out-of-order",
    stage: "planning",
    languages: ["python"],
    severity: "info",
    preset: "recommended",
    summary: "A notebook's cell ran before a cell above it that it stands on",
    why: "The cell shows what came of an earlier state: whoever runs the notebook from top to bottom may get other numbers than those that stand in it.",
    fix: "Restart the kernel and run all cells, and save the notebook as that leaves it.",
    guide: "planning/project-layout#notebooks-from-top-to-bottom",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      title: "The share is that of the rows before some of them were dropped.",
      bad: `# %% In [1]
import pandas as pd

# %% In [4]
visits = pd.read_csv("visits.csv").dropna()

# %% In [3]
visits["returned"].mean()
`,
      good: `# %% In [1]
import pandas as pd

# %% In [2]
visits = pd.read_csv("visits.csv").dropna()

# %% In [3]
visits["returned"].mean()
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    const stale = staleCells(model);
    const [first] = stale;
    if (first === undefined) return;
    const { cell, name, by } = first;
    const others = stale.length === 1 ? "" : ` So did ${stale.length - 1} more of the cells below.`;
    yield {
      at: name,
      message: `This ran before the last run of cell ${by.cell}, which \`${name.id}\` comes from, so what it shows may be outdated: restart the kernel and run all cells.${others}`,
      related: [
        {
          at: headOf(by, model.form.text),
          message: `Ran as In [${by.executionCount}], the cell that uses it as In [${cell.executionCount}].`,
        },
      ],
    };
  },
});
