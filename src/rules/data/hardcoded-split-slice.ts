import { scriptLibraries } from "../../knowledge/ml-libraries.js";
import { isTestPath } from "../../semantics/code/test-paths.js";
import { literalCuts } from "../../semantics/data/literal-slices.js";
import { rowsPrinted } from "../../semantics/notebook/printed-rows.js";
import { shareLeft } from "../data-wording.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "hardcoded-split-slice",
    stage: "data",
    languages: ["python", "typescript"],
    severity: "hint",
    preset: "recommended",
    summary: "Rows are split at a row number",
    why: "The number is right for one version of the data only, and rows that are sorted by class or source put different worlds into the two parts.",
    fix: "Use `train_test_split` with a ratio and a seed; where the order is time, compute the cut from the data.",
    guide: "data/splitting#slices",
    libraries: [
      "numpy",
      "pandas",
      "sklearn",
      "torch",
      "keras",
      "tensorflow",
      "xgboost",
      "lightgbm",
      ...scriptLibraries,
    ],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd

birds = pd.read_csv("birds.csv")
train, test = birds[:800], birds[800:]
`,
      good: `import pandas as pd
from sklearn.model_selection import train_test_split

birds = pd.read_csv("birds.csv")
train, test = train_test_split(birds, test_size=0.2, random_state=7)
`,
    },
    {
      title: "What is ordered in time must be cut, at a place that follows from the data.",
      bad: `import numpy as np
from sklearn.linear_model import Ridge

X, y = np.load("x.npy"), np.load("y.npy")
model = Ridge().fit(X[:5000], y[:5000])
print(model.score(X[5000:], y[5000:]))
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge

log = pd.read_csv("log.csv", parse_dates=["at"]).sort_values("at")
train, test = log[:5000], log[5000:]
model = Ridge().fit(train[["wind"]], train["power"])
print(model.score(test[["wind"]], test["power"]))
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const trainRows = rows.slice(0, 800);
const testRows = rows.slice(800);
const inputs = tf.tensor2d(trainRows);
`,
      good: `import * as tf from "@tensorflow/tfjs";

const cut = Math.floor(rows.length * trainShare);
const trainRows = rows.slice(0, cut);
const testRows = rows.slice(cut);
const inputs = tf.tensor2d(trainRows);
`,
    },
  ],

  *check(model) {
    const cuts = literalCuts(model);
    if (cuts.length === 0 || ordered.test(model.form.text)) return;
    if (model.form.language === "typescript" && isTestPath(model.path)) return;
    for (const { before, after, bound, sliced } of cuts) {
      const printed = rowsPrinted(model, sliced);
      yield {
        at: before,
        message: `The split at row ${String(bound)} fits one version of the data, and its order: split by a ratio, with a seed.`,
        related: [
          { at: after, message: `\`${shorten(model.text(after), 40)}\` is the other part.` },
          ...(printed === undefined ? [] : shareLeft(printed, bound)),
        ],
      };
    }
  },
});

/** Signs that the order of the rows is time: then the later rows are rightly the test part. */
const ordered =
  /\b(parse_dates|to_datetime|date_range|DatetimeIndex|TimeSeriesSplit|sort_index|rolling|shift|ewm|asfreq|S?ARIMAX?|[Pp]rophet|darts|sktime|gluonts|look_?back|[Hh]orizon|forecast\w*|timestamps?|time_?series|timesteps?|time_?steps?|window_?size|candles?|lags?)\b|sort_values\([^)]*(date|time|year|day|month)|["'](date|time|datetime|timestamp|year|month|day)["']/i;
