import argparse

import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


PARAMS = dict(n_estimators=3000, learning_rate=0.03, max_depth=6, subsample=0.8, random_state=1)


def run(opts):
    bikes = pd.read_parquet(opts.path)
    X = bikes[["hour", "weekday", "temp", "hum", "windspeed", "holiday"]]
    y = bikes["rented"]
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
    booster = XGBRegressor(**PARAMS, early_stopping_rounds=opts.rounds, eval_metric="mae")
    booster.fit(
        X_train,
        y_train,
        eval_set=[(X_train, y_train), (X_test, y_test)],  # must: early-stopping-on-test
        verbose=False,
    )
    print("rounds kept:", booster.best_iteration)
    print("test MAE:", mean_absolute_error(y_test, booster.predict(X_test)))


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("path")
    cli.add_argument("--rounds", type=int, default=100)
    run(cli.parse_args())
