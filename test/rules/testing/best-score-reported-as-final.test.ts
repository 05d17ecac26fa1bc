import rule from "../../../src/rules/testing/best-score-reported-as-final.js";
import { expectFindings } from "../expect-findings.js";

const search = `from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.svm import SVC
search = GridSearchCV(SVC(), {"C": [1, 10]})
`;

describe("best-score-reported-as-final", () => {
  it("speaks of what is printed", () =>
    expectFindings(
      rule,
      `${search}search.fit(X, y)
print(f"accuracy {search.best_score_:.3f}")
                  ~~~~~~~~~~~~~~~~~~ \`search.best_score_\` is the best of many trials, and nothing scores the chosen model on rows kept out of the search: keep a test part.
`,
    ));

  it("speaks though a test part lies there unused", () =>
    expectFindings(
      rule,
      `${search}X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search.fit(X_train, y_train)
results = {"model": "svc", "accuracy": search.best_score_}
                                       ~~~~~~~~~~~~~~~~~~
`,
    ));

  it("reads methods, logs and studies", () =>
    expectFindings(
      rule,
      `import logging
import optuna
study = optuna.create_study()
study.optimize(objective, n_trials=9)
logging.info("error %f", study.best_value)
                         ~~~~~~~~~~~~~~~~
`,
    ));

  it("speaks of a training score beside it", () =>
    expectFindings(
      rule,
      `${search}search.fit(X, y)
print(search.score(X, y), search.best_score_)
                          ~~~~~~~~~~~~~~~~~~
`,
    ));

  it("accepts a test score later", () =>
    expectFindings(
      rule,
      `${search}X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search.fit(X_train, y_train)
print(search.best_params_, search.best_score_)
print(search.score(X_test, y_test))
`,
    ));

  it("accepts nested cross-validation", () =>
    expectFindings(
      rule,
      `${search}search.fit(X, y)
print(search.best_score_, cross_val_score(search, X, y).mean())
`,
    ));

  it("accepts scores that are compared or kept", () =>
    expectFindings(
      rule,
      `${search}search.fit(X, y)
if search.best_score_ > 0.9:
    best = search.best_score_
`,
    ));

  it("accepts a function that hands the search on", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import GridSearchCV
def tune(model, X, y):
    search = GridSearchCV(model, grid).fit(X, y)
    print(search.best_score_)
    return search.best_estimator_
`,
    ));

  it("accepts a class that searches itself", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import BaseSearchCV
class Search:
    def fit(self, X, y):
        self.best_score_ = 0
        print(self.best_score_)
`,
    ));

  it("knows a search that another file makes", () =>
    expectFindings(
      rule,
      `from tuning import search_forest

found = search_forest(rows, labels)
print("accuracy", found.best_score_)
                  ~~~~~~~~~~~~~~~~~
`,
      {
        files: {
          "tuning.py": `from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV
def search_forest(X, y):
    return RandomizedSearchCV(RandomForestClassifier(), {"max_depth": [3, 9]}).fit(X, y)
`,
        },
      },
    ));

  it("accepts who only shows a study that others run", () =>
    expectFindings(
      rule,
      `import optuna
from own_study import load_study

def show(bar):
    study = load_study("bees")
    bar.set_description(f"best value: {study.best_value:.4f}")
`,
      {
        files: {
          "own_study.py": `import optuna

def load_study(name):
    return optuna.load_study(study_name=name, storage="sqlite:///studies.db")

def search(name, objective):
    load_study(name).optimize(objective, n_trials=50)
`,
        },
      },
    ));
});
