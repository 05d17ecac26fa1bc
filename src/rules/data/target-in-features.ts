import { leakedTargets } from "../../semantics/data/leaked-targets.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "target-in-features",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The target is one of the features",
    why: "A model that is given the answer learns to hand it back. The score is close to perfect and says nothing about rows whose answer is not known.",
    fix: 'Take the features without the target: `frame.drop(columns="target")`, and keep the frame that it returns.',
    guide: "data/leakage#target-stays-out",
    sources: [
      {
        title: "Kaufman and others: Leakage in data mining",
        url: "https://dl.acm.org/doi/10.1145/2382577.2382579",
      },
    ],
    libraries: ["pandas", "numpy", "polars", "sklearn", "torch"],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd
from sklearn.linear_model import Ridge

homes = pd.read_csv("homes.csv")
X = homes[["area", "rooms", "price"]]
y = homes["price"]
model = Ridge().fit(X, y)
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge

homes = pd.read_csv("homes.csv")
X = homes[["area", "rooms"]]
y = homes["price"]
model = Ridge().fit(X, y)
`,
    },
    {
      title: "`drop` returns a new frame and leaves the old one as it is.",
      bad: `import pandas as pd
from sklearn.ensemble import RandomForestClassifier

birds = pd.read_csv("birds.csv")
y = birds["species"]
birds.drop("species", axis=1)
model = RandomForestClassifier().fit(birds, y)
`,
      good: `import pandas as pd
from sklearn.ensemble import RandomForestClassifier

birds = pd.read_csv("birds.csv")
y = birds["species"]
birds = birds.drop("species", axis=1)
model = RandomForestClassifier().fit(birds, y)
`,
    },
  ],

  *check(model) {
    for (const { at, column, fit } of leakedTargets(model)) {
      const what = shorten(model.text(at), 30);
      const target = typeof column === "string" ? `the target \`${column}\`` : "the column that is the target";
      yield {
        at,
        message: `\`${what}\` still has ${target} in it: leave it out of the features.`,
        related:
          fit.unit.form === model.form ? [{ at: fit.call.callee, message: "The target is predicted here." }] : [],
      };
    }
  },
});
