import { codeCells } from "../../semantics/notebook/cells.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-late-imports",
    stage: "planning",
    languages: ["python"],
    severity: "hint",
    preset: "all",
    summary: "A notebook imports a module below its first cells",
    why: "What has to be installed shows only when the notebook has run for a while, and a package that is missing stops it half way.",
    fix: "Move the import to the first cells of the notebook.",
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
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit(visits[["age"]], visits["returned"])
`,
      good: `# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression

# %%
visits = pd.read_csv("visits.csv")

# %%
model = LogisticRegression().fit(visits[["age"]], visits["returned"])
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    const cells = codeCells(model).filter(({ statements }) => statements.length > 0);
    const first = cells.findIndex(({ statements }) => statements.some(({ kind }) => kind === "Import"));
    // The cells at the top that import belong together, and settings of what was imported may stand between.
    const opening = cells.findIndex(
      ({ statements }, index) =>
        index > first && !statements.some(({ kind }) => kind === "Import" || kind === "ExpressionStatement"),
    );
    if (first < 0 || opening < 0) return;
    for (const { statements } of cells.slice(opening)) {
      const late = statements.find(({ kind }) => kind === "Import");
      if (late !== undefined)
        yield { at: late, message: "Import this in the first cells, where what is needed shows at once." };
    }
  },
});
