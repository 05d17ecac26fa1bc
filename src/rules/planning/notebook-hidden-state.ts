import { unsetNames } from "../../semantics/notebook/unset-names.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-hidden-state",
    stage: "planning",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A notebook uses a name that no cell above sets",
    why: "It works only as long as the kernel remembers a cell that was deleted, renamed or stands further down. After a restart it stops with a NameError, and nobody can get the result again.",
    fix: "Bring back the cell that sets the name, or move it above the first use.",
    guide: "planning/project-layout#notebooks-from-top-to-bottom",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      title: "The cell that made the scaler was deleted, and the kernel still knows it.",
      bad: `# %% In [1]
import pandas as pd

visits = pd.read_csv("visits.csv")

# %% In [2]
inputs = scaler.transform(visits)
`,
      good: `# %% In [1]
import pandas as pd
from sklearn.preprocessing import StandardScaler

visits = pd.read_csv("visits.csv")

# %% In [2]
scaler = StandardScaler().fit(visits)

# %% In [3]
inputs = scaler.transform(visits)
`,
    },
    {
      notebook: true,
      title: "A cell further down sets it.",
      bad: `# %%
import pandas as pd

# %%
visits.describe()

# %%
visits = pd.read_csv("visits.csv")
`,
      good: `# %%
import pandas as pd

# %%
visits = pd.read_csv("visits.csv")

# %%
visits.describe()
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    for (const { name, below } of unsetNames(model)) {
      yield {
        at: name,
        message:
          below === undefined
            ? `No cell sets \`${name.id}\`: it lives in the memory of a kernel alone. Bring back the cell that made it.`
            : `\`${name.id}\` is set only further down, in cell ${below}: run from top to bottom, this stops with a NameError. Move that cell above this one.`,
      };
    }
  },
});
