"""Concrete strength: tune once, then report on a hold-out."""
import argparse
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import GridSearchCV, train_test_split


@dataclass
class Mixes:
    X: pd.DataFrame
    y: np.ndarray

    @classmethod
    def read(cls, path):
        table = pd.read_excel(path)
        return cls(table.drop(columns=["strength"]), table["strength"].to_numpy())


def best_params(mixes, seed):
    grid = {"max_depth": [2, 3, 4], "learning_rate": [0.03, 0.1], "subsample": [0.6, 1.0]}
    search = GridSearchCV(GradientBoostingRegressor(random_state=seed), grid, cv=5, scoring="neg_mean_absolute_error")
    search.fit(mixes.X, mixes.y)  # must: search-on-all-data-then-test
    return search.best_params_


def holdout_error(mixes, params, seed):
    X_train, X_test, y_train, y_test = train_test_split(mixes.X, mixes.y, test_size=0.2, random_state=seed)
    model = GradientBoostingRegressor(random_state=seed, **params).fit(X_train, y_train)
    return mean_absolute_error(y_test, model.predict(X_test))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workbook")
    parser.add_argument("--seed", type=int, default=30)
    args = parser.parse_args()
    mixes = Mixes.read(args.workbook)
    params = best_params(mixes, args.seed)
    print(params, holdout_error(mixes, params, args.seed))


if __name__ == "__main__":
    main()
