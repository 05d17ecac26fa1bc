import sys

import pandas as pd
from sklearn.ensemble import BaggingClassifier, ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

MODELS = {}
SEED = 1234


def register(function):
    MODELS[function.__name__] = function
    return function


@register
def logistic():
    return LogisticRegression(C=0.5, max_iter=1000)


@register
def tree():
    return DecisionTreeClassifier(max_depth=8, random_state=SEED)


@register
def extra():
    return ExtraTreesClassifier(n_estimators=250, min_samples_leaf=2)  # must: sklearn-random-state-missing


@register
def bagged():
    return BaggingClassifier(tree(), n_estimators=50, random_state=SEED)


def main(*names):
    table = pd.read_csv("pollen.csv")
    kind = table.pop("kind")
    x, x_test, y, y_test = train_test_split(table, kind, stratify=kind, random_state=SEED)
    for name in names or MODELS:
        model = MODELS[name]().fit(x, y)
        print(f"{name:10s}{accuracy_score(y_test, model.predict(x_test)):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
