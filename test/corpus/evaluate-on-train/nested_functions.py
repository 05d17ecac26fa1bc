"""Everything in functions: the table that is fitted is the table that is scored."""
import argparse

import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score


def read(path):
    frame = pd.read_csv(path)
    return frame.drop(columns=["late"]), frame["late"]


def train(X, y):
    model = GradientBoostingClassifier(random_state=0)
    model.fit(X, y)
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("flights")
    args = parser.parse_args()
    X, y = read(args.flights)
    model = train(X, y)
    print("auc", roc_auc_score(y, model.predict_proba(X)[:, 1]), "chance 0.5")  # must: evaluate-on-train


if __name__ == "__main__":
    main()
