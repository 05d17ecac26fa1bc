import type { Model } from "../../semantics/model.js";
import { type CodeCell, codeCells, headOf } from "../../semantics/notebook/cells.js";
import { defineRule, type Report } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-not-executed",
    stage: "planning",
    languages: ["python"],
    severity: "hint",
    preset: "strict",
    summary: "A cell of a notebook never ran as it stands",
    why: "Cells below it ran, so what they show came about without its code, or with what stood there before: with it, the numbers may be others.",
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
    const above = cells.slice(0, Math.max(last, 0)).filter(({ statements }) => statements.length > 0);
    const hasCount = ({ executionCount }: CodeCell): boolean => executionCount !== undefined;
    yield* firstOf(
      model,
      above.filter((cell) => !hasCount(cell) && cell.outputs.length === 0),
      "This cell never ran, and cells below it did: run all cells, or take it out.",
    );
    yield* firstOf(
      model,
      above.filter((cell) => hasCount(cell) && cell.isEdited === true),
      "This cell was changed since it ran, and cells below it ran with what it was: run all cells.",
    );
  },
});

function* firstOf(model: Model, cells: readonly CodeCell[], message: string): Iterable<Report> {
  const [first] = cells;
  if (first === undefined) return;
  const others = cells.length === 1 ? "" : ` So with ${cells.length - 1} more.`;
  yield { at: headOf(first, model.form.text), message: `${message}${others}` };
}
