import { fileFacts } from "../../semantics/facts.js";
import { firstScore } from "../../semantics/data/model-scores.js";
import { scriptLibraries } from "../../knowledge/ml-libraries.js";
import { firstScriptScore } from "../../semantics/tfjs/scores.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "no-baseline-evaluated",
    stage: "baseline",
    languages: ["python", "typescript"],
    severity: "hint",
    preset: "recommended",
    summary: "A model is scored beside no baseline",
    why: "A score means something only beside another: if the most frequent answer is right in 90 % of the cases, 91 % is little.",
    fix: "Score a `DummyClassifier`, a mean, the last value or a linear model on the same rows, and report both.",
    guide: "baseline/first-baselines#three-baselines",
    sources: [
      {
        title: "scikit-learn: dummy estimators",
        url: "https://scikit-learn.org/stable/modules/model_evaluation.html#dummy-estimators",
      },
    ],
    libraries: [
      "sklearn",
      "keras",
      "tensorflow",
      "xgboost",
      "lightgbm",
      "catboost",
      "torch",
      "pytorch_lightning",
      ...scriptLibraries,
    ],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score

forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
print("forest", accuracy_score(y_test, forest.predict(X_test)))
`,
      good: `from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score

for model in (DummyClassifier(), RandomForestClassifier(random_state=7)):
    model.fit(X_train, y_train)
    print(model, accuracy_score(y_test, model.predict(X_test)))
`,
    },
    {
      language: "typescript",
      bad: `import { NeuralNetwork } from "brain.js";

const net = new NeuralNetwork();
net.train(trainRows);
console.log("error", net.test(testRows).error);
`,
      good: `import { NeuralNetwork } from "brain.js";

const net = new NeuralNetwork();
net.train(trainRows);
console.log("error", net.test(testRows).error, "majority", errorOfMajority(trainRows, testRows));
`,
    },
  ],

  *check(model) {
    if (model.workspace.facts.baselineFiles.size > 0) return;
    const isScript = model.form.language === "typescript";
    const score = isScript ? firstScriptScore(model) : firstScore(model);
    if (score === undefined || fileFacts(model.form).evaluatesBaseline) return;
    yield {
      at: nameOf(model, score.call),
      message: `This score stands alone: score a simple baseline (${isScript ? "the most frequent answer" : "`DummyClassifier`"}, the mean, the last value) on the same rows.`,
    };
  },
});
