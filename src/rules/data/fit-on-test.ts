import { boosterLibraries, transformerLibraries } from "../../knowledge/estimator-libraries.js";
import { testFitsIn, type TestFit } from "../../semantics/data/test-fits.js";
import { defineRule } from "../rule.js";
import { nameOf, replace, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "fit-on-test",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Something is fitted on the test part",
    why: "A transformer that is fitted again on the test rows scales them by their own numbers, not as the model knows them; a model that is fitted on them has seen what it is scored on.",
    fix: "Call `transform` on the test part; fit on the training part only.",
    guide: "data/leakage#test-is-not-for-fitting",
    sources: [
      {
        title: "scikit-learn: inconsistent preprocessing",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#inconsistent-preprocessing",
      },
    ],
    fixable: "suggestion",
    libraries: ["sklearn", "keras", ...transformerLibraries, ...boosterLibraries],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

train, test = train_test_split(rows, random_state=7)
scaler = StandardScaler()
train = scaler.fit_transform(train)
test = scaler.fit_transform(test)
`,
      good: `from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

train, test = train_test_split(rows, random_state=7)
scaler = StandardScaler()
train = scaler.fit_transform(train)
test = scaler.transform(test)
`,
    },
    {
      title: "A model has no business with the test part but to be scored on it.",
      bad: `from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = LogisticRegression().fit(X_test, y_test)
`,
      good: `from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = LogisticRegression().fit(X_train, y_train)
`,
    },
  ],

  *check(model) {
    for (const found of testFitsIn(model)) {
      const { fit, before, split, renamed } = found;
      const at = nameOf(model, fit.event.call);
      yield {
        at,
        message: `\`${shorten(model.text(at), 40)}\` ${advice(found)}`,
        related: [
          ...(before === undefined ? [] : [{ at: before.event.call, message: "It was fitted here." }]),
          ...(split === undefined ? [] : [{ at: split, message: "The part comes from this split." }]),
        ],
        fixes: renamed === undefined ? [] : suggest("Replace by `transform`", replace(renamed, "transform")),
      };
    }
  },
});

function advice({ kind, before, fit, isValidation }: TestFit): string {
  const part = isValidation ? "validation" : "test";
  if (kind === "resampler") return `changes the ${part} part: resample the training part only.`;
  if (kind === "model") return `trains on the ${part} part: fit on the training part only.`;
  if (before === undefined) return `learns from the ${part} part: fit on the training part and \`transform\` this one.`;
  return fit.event.method === "fit_transform"
    ? `fits again on the ${part} part: call \`transform\`, which treats it as the training part was treated.`
    : `replaces what was learned from the training part by the ${part} part: leave this fit out.`;
}
