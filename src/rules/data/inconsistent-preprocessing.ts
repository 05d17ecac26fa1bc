import { defineRule } from "../rule.js";
import { otherNormalizationsIn } from "../../semantics/data/input-transforms.js";
import { unpreparedRowsIn } from "../../semantics/data/unprepared.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "inconsistent-preprocessing",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The rows that are scored are prepared otherwise than those of the training",
    why: "A model knows its inputs only as they were prepared in training: rows that are not scaled, or scaled with other numbers, mean something else to it, so both predictions and score are wrong.",
    fix: "Do the same to both parts, with the same fitted object and the same numbers, or put the steps into a `Pipeline`.",
    guide: "data/leakage#same-preparation",
    sources: [
      {
        title: "scikit-learn: inconsistent preprocessing",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#inconsistent-preprocessing",
      },
    ],
    libraries: [],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

train, test, y_train, y_test = train_test_split(rows, y, random_state=7)
scaler = StandardScaler().fit(train)
model = SVC().fit(scaler.transform(train), y_train)
print(model.score(test, y_test))
`,
      good: `from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

train, test, y_train, y_test = train_test_split(rows, y, random_state=7)
scaler = StandardScaler().fit(train)
model = SVC().fit(scaler.transform(train), y_train)
print(model.score(scaler.transform(test), y_test))
`,
    },
  ],

  *check(model) {
    for (const { at, prepared, kind } of [...unpreparedRowsIn(model), ...otherNormalizationsIn(model)]) {
      const what = `\`${shorten(model.text(at), 40)}\``;
      const done = `\`${shorten(prepared.text, 40)}\``;
      yield {
        at,
        message:
          kind === "left out"
            ? `${what} lacks what was done to the training rows (${done}): do the same to both.`
            : `${what} is not what was done to the training rows (${done}): use the same for both.`,
        related: [{ at: prepared, message: "The training rows are prepared here." }],
      };
    }
  },
});
