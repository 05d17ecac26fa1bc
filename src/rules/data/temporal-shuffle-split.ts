import { repeatedGroup } from "../../semantics/data/repeated-groups.js";
import { splitsOf } from "../../semantics/data/split-events.js";
import { timeEvidence, type TimeEvidence } from "../../semantics/data/time-order.js";
import { partsIn } from "../../semantics/data/splits.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "temporal-shuffle-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A time series is split at random",
    why: "Lags and windows make neighbours in time alike. A random split trains on the days around each test day, so the score is that of filling gaps, not of forecasting.",
    fix: "Train on the past and test on what follows: a cut by date, `train_test_split(..., shuffle=False)` or `TimeSeriesSplit`.",
    guide: "data/splitting#time-in-order",
    sources: [
      {
        title: "scikit-learn: cross-validation of time series data",
        url: "https://scikit-learn.org/stable/modules/cross_validation.html#cross-validation-of-time-series-data",
      },
    ],
    libraries: ["sklearn", "torch", "pandas", "datasets", "pyspark"],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd
from sklearn.model_selection import train_test_split

load = pd.read_csv("load.csv")
load["yesterday"] = load["power"].shift(1)
train, test = train_test_split(load.dropna(), test_size=0.2, random_state=7)
`,
      good: `import pandas as pd
from sklearn.model_selection import train_test_split

load = pd.read_csv("load.csv")
load["yesterday"] = load["power"].shift(1)
train, test = train_test_split(load.dropna(), test_size=0.2, shuffle=False)
`,
    },
    {
      title: "Windows that overlap share most of their rows.",
      bad: `import numpy as np
from sklearn.model_selection import KFold

wind = np.load("wind.npy")
X = np.array([wind[i : i + 24] for i in range(len(wind) - 24)])
for train, test in KFold(5, shuffle=True, random_state=7).split(X):
    model.fit(X[train], wind[24:][train])
`,
      good: `import numpy as np
from sklearn.model_selection import TimeSeriesSplit

wind = np.load("wind.npy")
X = np.array([wind[i : i + 24] for i in range(len(wind) - 24)])
for train, test in TimeSeriesSplit(5, gap=24).split(X):
    model.fit(X[train], wind[24:][train])
`,
    },
  ],

  *check(model) {
    const told = new Set<unknown>();
    for (const split of splitsOf(model)) {
      if (split.isRandom !== true || split.isGrouped || split.event.unit.form !== model.form || told.has(split.at))
        continue;
      // What is split again was split wrongly before: that is one mistake.
      if (split.data.some((value) => partsIn(model, value).some(({ at }) => told.has(at)))) continue;
      const evidence = timeEvidence(model, split.data);
      if (evidence === undefined) continue;
      // Windows of many recordings are told by group-leakage-split.
      if (evidence.why === "windows" && repeatedGroup(model, split) !== undefined) continue;
      told.add(split.at);
      yield {
        at: split.at,
        message: `\`${model.text(nameOf(model, split.at))}\` mixes past and future rows of a time series: split by time, the test part last.`,
        related: [{ at: evidence.at, message: reasons[evidence.why] }],
      };
    }
  },
});

const reasons: Readonly<Record<TimeEvidence["why"], string>> = {
  lag: "Rows take values from their neighbours in time here.",
  sorted: "Rows are put in order of time here.",
  windows: "Overlapping windows of a sequence are cut here.",
};
