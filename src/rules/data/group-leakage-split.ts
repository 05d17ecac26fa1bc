import { repeatedGroup } from "../../semantics/data/repeated-groups.js";
import { splitsOf } from "../../semantics/data/split-events.js";
import { partsIn } from "../../semantics/data/splits.js";
import { timeEvidence } from "../../semantics/data/time-order.js";
import { defineRule } from "../rule.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "group-leakage-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Rows of one person or recording are split at random",
    why: "Rows of one patient, user or recording are alike. With some of them in training, the model knows the others by their owner, and the score does not hold for anybody new.",
    fix: "Split by the id: `GroupShuffleSplit`, `GroupKFold`, or a split of the list of ids.",
    guide: "data/splitting#groups-together",
    sources: [
      {
        title: "scikit-learn: cross-validation iterators for grouped data",
        url: "https://scikit-learn.org/stable/modules/cross_validation.html#cross-validation-iterators-for-grouped-data",
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

beats = pd.read_csv("beats.csv")
beats["rate"] = beats["pulse"] - beats.groupby("patient_id")["pulse"].transform("mean")
train, test = train_test_split(beats, test_size=0.2, random_state=7)
`,
      good: `import pandas as pd
from sklearn.model_selection import GroupShuffleSplit

beats = pd.read_csv("beats.csv")
beats["rate"] = beats["pulse"] - beats.groupby("patient_id")["pulse"].transform("mean")
splitter = GroupShuffleSplit(test_size=0.2, random_state=7)
train, test = next(splitter.split(beats, groups=beats["patient_id"]))
`,
    },
    {
      title: "Several images of each patient.",
      bad: `from sklearn.model_selection import train_test_split

images, labels = [], []
for patient in patients:
    for scan in patient.glob("*.png"):
        images.append(read(scan))
        labels.append(diagnosis[patient.name])
X_train, X_test, y_train, y_test = train_test_split(images, labels, random_state=7)
`,
      good: `from sklearn.model_selection import train_test_split

train_patients, test_patients = train_test_split(patients, random_state=7)
images = [read(scan) for patient in train_patients for scan in patient.glob("*.png")]
`,
    },
  ],

  *check(model) {
    const told = new Set<unknown>();
    for (const split of splitsOf(model)) {
      if (split.isGrouped || (split.isRandom !== true && !split.isFolds)) continue;
      if (split.event.unit.form !== model.form || told.has(split.at)) continue;
      // What is split again was split wrongly before: that is one mistake.
      if (split.data.some((value) => partsIn(model, value).some(({ at }) => told.has(at)))) continue;
      const group = repeatedGroup(model, split);
      if (group === undefined) continue;
      // Lags of one another are what such rows share first, and temporal-shuffle-split says so.
      if (split.isRandom === true && timeEvidence(model, split.data)?.why === "lag") continue;
      told.add(split.at);
      yield {
        at: split.at,
        message: `\`${shorten(model.text(nameOf(model, split.at)), 40)}\` puts rows of one \`${shorten(group.id, 40)}\` on both sides: split by groups.`,
        related: [{ at: group.at, message: "There are several rows for each here." }],
      };
    }
  },
});
