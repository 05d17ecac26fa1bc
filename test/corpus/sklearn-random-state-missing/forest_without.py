"""Predict the compressive strength of concrete."""
import argparse

import pandas as pd
from sklearn import ensemble
from sklearn import model_selection as ms
from sklearn.dummy import DummyRegressor


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("csv")
    ap.add_argument("--trees", type=int, default=500)
    args = ap.parse_args()

    concrete = pd.read_csv(args.csv)
    y = concrete.pop("strength")
    X_train, X_test, y_train, y_test = ms.train_test_split(concrete, y, test_size=0.2, random_state=11)
    rf = ensemble.RandomForestRegressor(n_estimators=args.trees, n_jobs=-1)  # must: sklearn-random-state-missing
    rf.fit(X_train, y_train)
    print("r2", rf.score(X_test, y_test))
    print("r2 of the mean", DummyRegressor().fit(X_train, y_train).score(X_test, y_test))


if __name__ == "__main__":
    main()
