import { lookAheads, type LookAhead } from "../../semantics/data/look-ahead.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "future-feature",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A feature is made of later rows",
    why: "When the model is asked for a forecast, those rows do not exist yet. The score is that of a model which has read tomorrow's paper.",
    fix: "Use past rows only: a positive shift, a forward fill, a trailing window. Shift the target where the task is to forecast.",
    guide: "data/leakage#no-look-ahead",
    sources: [
      {
        title: "pandas: DataFrame.shift",
        url: "https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.shift.html",
      },
    ],
    libraries: ["pandas", "polars", "cudf", "dask", "sklearn"],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv", index_col="hour")
load["near"] = load["power"].shift(-1)
load = load.dropna()
model = Ridge().fit(load[["wind", "near"]], load["power"])
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv", index_col="hour")
load["next"] = load["power"].shift(-1)
load = load.dropna()
model = Ridge().fit(load[["wind", "power"]], load["next"])
`,
    },
    {
      title: "The middle of a centred window has its second half in the future.",
      bad: `import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv")
load["smooth"] = load["wind"].rolling(5, center=True).mean()
load = load.dropna()
model = Ridge().fit(load[["smooth"]], load["power"])
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv")
load["smooth"] = load["wind"].rolling(5).mean()
load = load.dropna()
model = Ridge().fit(load[["smooth"]], load["power"])
`,
    },
  ],

  *check(model) {
    if (!model.mentions(/shift|bfill|backfill|backward|center|both|::-1|diff|pct_change/)) return;
    for (const { at, kind, column } of lookAheads(model)) {
      const feature = column === undefined ? "the features" : `the feature \`${column}\``;
      yield { at, message: `This brings later rows into ${feature}: ${advice[kind]}.` };
    }
  },
});

const advice: Readonly<Record<LookAhead["kind"], string>> = {
  shift: "shift forward, by a positive number, or shift the target instead",
  fill: "fill forward, from rows that are known by then",
  window: "leave `center` out, so that the window ends at its row",
  reversed: "sum up from the first row on",
};
