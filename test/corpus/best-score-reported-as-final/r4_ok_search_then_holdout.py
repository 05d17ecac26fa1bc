from dataclasses import dataclass
from typing import Any

import pandas as pd
from scipy.stats import loguniform
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


@dataclass
class Outcome:
    model: Any
    cv_score: float
    test_score: float = float("nan")


def build(numeric, nominal):
    prepare = ColumnTransformer([
        ("num", StandardScaler(), numeric),
        ("cat", OneHotEncoder(handle_unknown="ignore"), nominal),
    ])
    return Pipeline([("prepare", prepare), ("clf", LogisticRegression(max_iter=2000, random_state=4))])


def search(pipeline, X, y):
    found = RandomizedSearchCV(pipeline, {"clf__C": loguniform(1e-3, 1e2)}, n_iter=30, cv=5,
                               scoring="average_precision", random_state=4)
    found.fit(X, y)
    return Outcome(found.best_estimator_, found.best_score_)


def main():
    claims = pd.read_csv("claims.csv")
    y = claims.pop("fraud")
    X_train, X_test, y_train, y_test = train_test_split(claims, y, test_size=0.2, stratify=y, random_state=4)
    outcome = search(build(["amount", "age"], ["region", "channel"]), X_train, y_train)
    outcome.test_score = average_precision_score(y_test, outcome.model.predict_proba(X_test)[:, 1])
    print(f"cv {outcome.cv_score:.3f}  test {outcome.test_score:.3f}")


if __name__ == "__main__":
    main()
