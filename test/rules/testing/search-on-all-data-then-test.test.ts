import rule from "../../../src/rules/testing/search-on-all-data-then-test.js";
import { expectFindings } from "../expect-findings.js";

const imports = `from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV, cross_val_score, train_test_split
`;

describe("search-on-all-data-then-test", () => {
  it("speaks of a search before the split", () =>
    expectFindings(
      rule,
      `${imports}search = GridSearchCV(RandomForestClassifier(), grid).fit(X, y)
                                                      ~~~ This search sees all rows, also those that are scored later: split first, and search on the training part.
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
best = search.best_estimator_.fit(X_train, y_train)
print(best.score(X_test, y_test))
`,
    ));

  it("speaks of a search on all rows after the split", () =>
    expectFindings(
      rule,
      `${imports}X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search = RandomizedSearchCV(RandomForestClassifier(), grid)
search.fit(X, y)
~~~~~~~~~~
print(classification_report(y_test, search.predict(X_test)))
`,
    ));

  it("follows frames, columns and methods", () =>
    expectFindings(
      rule,
      `${imports}import pandas as pd
class Job:
    def __init__(self, path):
        self.frame = pd.read_csv(path)
    def tune(self):
        self.search = GridSearchCV(RandomForestClassifier(), grid)
        self.search.fit(self.frame.drop(columns="price"), self.frame["price"])
        ~~~~~~~~~~~~~~~
    def score(self):
        train, test = train_test_split(self.frame, random_state=1)
        model = RandomForestClassifier(**self.search.best_params_).fit(train.drop(columns="price"), train["price"])
        return model.score(test.drop(columns="price"), test["price"])
job = Job("rows.csv")
job.tune()
job.score()
`,
    ));

  it("follows a study", () =>
    expectFindings(
      rule,
      `${imports}import optuna
def objective(trial):
    return cross_val_score(RandomForestClassifier(max_depth=trial.suggest_int("d", 1, 9)), X, y).mean()
study = optuna.create_study()
study.optimize(objective, n_trials=9)
~~~~~~~~~~~~~~
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(RandomForestClassifier(**study.best_params).fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("accepts a search on the training part", () =>
    expectFindings(
      rule,
      `${imports}X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search = GridSearchCV(RandomForestClassifier(), grid).fit(X_train, y_train)
print(search.score(X_test, y_test))
`,
    ));

  it("accepts a study that scores folds of its own", () =>
    expectFindings(
      rule,
      `${imports}import optuna
import pandas as pd
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import TimeSeriesSplit
def objective(trial):
    past = pd.read_parquet("train.parquet")
    features, target = past[COLUMNS], past["demand"]
    errors = []
    for known, later in TimeSeriesSplit(n_splits=4).split(features):
        model = RandomForestClassifier(max_depth=trial.suggest_int("depth", 2, 8))
        model.fit(features.iloc[known], target.iloc[known])
        errors.append(root_mean_squared_error(target.iloc[later], model.predict(features.iloc[later])))
    return sum(errors) / len(errors)
study = optuna.create_study()
study.optimize(objective, n_trials=40)
`,
    ));

  it("accepts a reused name", () =>
    expectFindings(
      rule,
      `${imports}X, X_test, y, y_test = train_test_split(X, y, random_state=1)
search = GridSearchCV(RandomForestClassifier(), grid).fit(X, y)
print(search.score(X_test, y_test))
`,
    ));

  it("accepts rows from elsewhere", () =>
    expectFindings(
      rule,
      `${imports}import pandas as pd
search = GridSearchCV(RandomForestClassifier(), grid).fit(X, y)
later = pd.read_csv("later.csv")
train, test = train_test_split(later, random_state=1)
print(search.score(test[features], test["price"]))
`,
    ));

  it("accepts nested cross-validation and searches that are scored on nothing", () =>
    expectFindings(
      rule,
      `${imports}search = GridSearchCV(RandomForestClassifier(), grid)
print(cross_val_score(search, X, y).mean())
search.fit(X, y)
`,
    ));

  it("accepts an ordinary fit on all rows", () =>
    expectFindings(
      rule,
      `${imports}X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = RandomForestClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
GridSearchCV(RandomForestClassifier(), grid).fit(X, y)
`,
    ));
});
