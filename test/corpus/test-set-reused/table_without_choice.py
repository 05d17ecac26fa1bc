"""All models side by side, as the paper's table 2; nothing is chosen by it."""
import argparse

import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor


def models(seed):
    yield "mean", DummyRegressor()
    yield "ridge", RidgeCV()
    yield "knn", KNeighborsRegressor(n_neighbors=7)
    yield "gbm", GradientBoostingRegressor(random_state=seed)


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("csv")
    cli.add_argument("--seed", type=int, default=5)
    args = cli.parse_args()
    concrete = pd.read_csv(args.csv)
    y = concrete.pop("strength")
    X_train, X_test, y_train, y_test = train_test_split(concrete, y, test_size=0.2, random_state=args.seed)
    rows = []
    for name, reg in models(args.seed):
        pred = reg.fit(X_train, y_train).predict(X_test)
        rows.append({"model": name, "MAE": mean_absolute_error(y_test, pred), "R2": r2_score(y_test, pred)})
    print(pd.DataFrame(rows).to_latex(index=False, float_format="%.3f"))


if __name__ == "__main__":
    main()
