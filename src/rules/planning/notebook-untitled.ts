import { codeCells, headOf } from "../../semantics/notebook/cells.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-untitled",
    stage: "planning",
    languages: ["python"],
    severity: "hint",
    preset: "strict",
    summary: "A notebook has the name that it was made with",
    why: "Nobody finds the work again among files called `Untitled3.ipynb` and `Copy of model.ipynb`, nor knows which of them counts.",
    fix: "Give the file a name that says what it is about.",
    guide: "planning/project-layout#opening-of-a-notebook",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      path: { bad: "Untitled1.ipynb", good: "returning-visitors.ipynb" },
      bad: `# %%
import pandas as pd

visits = pd.read_csv("visits.csv")
visits.describe()
`,
      good: `# %%
import pandas as pd

visits = pd.read_csv("visits.csv")
visits.groupby("town").size()
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    const [first] = codeCells(model);
    const name = model.path.slice(model.path.lastIndexOf("/") + 1);
    if (first === undefined || !givenByTool.test(name)) return;
    yield { at: headOf(first, model.form.text), message: `Give \`${name}\` a name that says what it is about.` };
  },
});

/** As Jupyter, VS Code, Colab, Kaggle and Databricks name a new notebook, and the copy of one. */
const givenByTool =
  /^(?:untitled[-_ ]?(?:notebook|folder)?[-_ ]?\d*|notebook[-_ ]?\d*|new notebook[-_ ]?\d*|copy[-_ ]of[-_ ].+|.+[- ]copy[-_ ]?\d*|.+ \(\d+\))\.ipynb$/i;
