import json
from pathlib import Path

import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier
from sklearn.model_selection import train_test_split

SEED = 5
SPLIT = dict(test_size=0.2, random_state=SEED)
BOOST = {"n_estimators": 400, "max_depth": 3, "random_state": SEED}


def train(table: pd.DataFrame, **tree_params):
    y = table.pop("y")
    X_train, X_test, y_train, y_test = train_test_split(table, y, **SPLIT)
    models = [GradientBoostingClassifier(**BOOST), ExtraTreesClassifier(**tree_params), DummyClassifier()]
    return {type(m).__name__: m.fit(X_train, y_train).score(X_test, y_test) for m in models}


if __name__ == "__main__":
    params = json.loads(Path("params.json").read_text())
    print(train(pd.read_csv("table.csv"), **params))
