import { codeCells, headOf } from "../../semantics/notebook/cells.js";
import { saysSomething } from "../../semantics/notebook/prose.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-no-problem-statement",
    stage: "planning",
    languages: ["python"],
    severity: "hint",
    preset: "all",
    summary: "A notebook does not say what it is about before it begins",
    why: "Whoever opens it, its author in a year included, has to work out the question from the code.",
    fix: "Begin with a Markdown cell: a heading, the question, and where the data comes from.",
    guide: "planning/project-layout#opening-of-a-notebook",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      bad: `# %%
import pandas as pd

# %%
visits = pd.read_csv("visits.csv")

# %%
visits["returned"].mean()
`,
      good: `# %% [markdown]
# # Who comes back?
# The share of visitors of 2025 who came a second time, by town. The rows are those of the ticket office.

# %%
import pandas as pd

# %%
visits = pd.read_csv("visits.csv")

# %%
visits["returned"].mean()
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    const cells = codeCells(model).filter(({ statements }) => statements.length > 0);
    const [first, second] = cells;
    // Two cells are a note to oneself.
    if (first === undefined || second === undefined || cells.length < 3) return;
    const above = (model.form.notebook ?? []).filter(({ cell, kind }) => kind === "markdown" && cell < second.cell);
    const comments = model.form.comments
      .filter(({ start }) => start < second.start)
      .map((comment) => model.text(comment).replace(/^#+/, ""));
    if (above.some(({ prose }) => saysSomething(prose)) || saysSomething(comments.join("\n"))) return;
    yield {
      at: headOf(first, model.form.text),
      message: "Say first, in a Markdown cell, what the question is and where the data comes from.",
    };
  },
});
