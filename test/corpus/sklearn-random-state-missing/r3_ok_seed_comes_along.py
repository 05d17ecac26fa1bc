import inspect
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sklearn import ensemble, linear_model, model_selection, neighbors, svm
from sklearn.metrics import get_scorer
from sklearn.utils import check_random_state


@dataclass
class Plan:
    seed: int = 0
    share: float = 0.25
    forest: dict[str, Any] = field(default_factory=lambda: {"n_estimators": 300, "max_features": "sqrt"})

    @property
    def common(self):
        return {"random_state": self.seed}

    def candidates(self):
        yield "near", neighbors.KNeighborsClassifier(11)
        yield "linear", linear_model.RidgeClassifier(alpha=2.0)
        yield "kernel", svm.SVC(C=3.0)
        yield "forest", ensemble.RandomForestClassifier(**self.forest, **self.common)
        yield "boosted", seeded(ensemble.GradientBoostingClassifier, self.seed, n_estimators=200)


def seeded(estimator_class, seed, **options):
    if "random_state" in inspect.signature(estimator_class).parameters:
        options["random_state"] = check_random_state(seed)
    return estimator_class(**options)


def main(plan):
    table = pd.read_csv("cheese.csv")
    label = table.pop("origin")
    parts = model_selection.train_test_split(table, label, test_size=plan.share, **plan.common)
    x, x_test, y, y_test = parts
    folds = model_selection.StratifiedKFold(5)
    scorer = get_scorer("balanced_accuracy")
    for name, model in plan.candidates():
        inner = model_selection.cross_val_score(model, x, y, cv=folds, scoring=scorer)
        print(name, inner.mean(), scorer(model.fit(x, y), x_test, y_test))


if __name__ == "__main__":
    main(Plan(seed=55))
