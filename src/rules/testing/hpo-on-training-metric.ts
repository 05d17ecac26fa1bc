import { trainingObjectivesIn } from "../../semantics/data/objectives.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "hpo-on-training-metric",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A search for settings improves a score on the training rows",
    why: "On the rows that it was fitted on, the model that learns most by heart does best, so the search finds the settings that overfit most.",
    fix: "Return a score on a validation part, or a cross-validated one.",
    guide: "testing/held-out-evaluation#search-inside-the-training-part",
    libraries: ["optuna", "ray", "hyperopt", "keras_tuner", "kerastuner", "skopt", "bayes_opt"],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import optuna
from sklearn.ensemble import GradientBoostingClassifier

def objective(trial):
    model = GradientBoostingClassifier(max_depth=trial.suggest_int("max_depth", 2, 12), random_state=1)
    model.fit(X_train, y_train)
    return model.score(X_train, y_train)

study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=50)
`,
      good: `import optuna
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import cross_val_score

def objective(trial):
    model = GradientBoostingClassifier(max_depth=trial.suggest_int("max_depth", 2, 12), random_state=1)
    return cross_val_score(model, X_train, y_train).mean()

study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=50)
`,
    },
  ],

  *check(model) {
    for (const { at } of trainingObjectivesIn(model)) {
      yield {
        at,
        message: `\`${shorten(model.text(at), 40)}\` is worked out on the training rows, and the search improves it: use a score on a validation part.`,
      };
    }
  },
});
