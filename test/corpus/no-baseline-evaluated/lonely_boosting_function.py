import argparse

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.model_selection import train_test_split


def load(path):
    frame = pd.read_csv(path, parse_dates=["pickup"])
    frame["hour"] = frame["pickup"].dt.hour
    return frame.drop(columns=["pickup", "duration"]), frame["duration"]


def evaluate(model, X, y):
    pred = model.predict(X)
    return {
        "mae": mean_absolute_error(y, pred),  # must: no-baseline-evaluated
        "rmse": np.sqrt(mean_squared_error(y, pred)),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    args = parser.parse_args()
    X, y = load(args.csv)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=3)
    model = xgb.XGBRegressor(n_estimators=800, learning_rate=0.03, random_state=3)
    model.fit(X_train, y_train)
    for name, value in evaluate(model, X_test, y_test).items():
        print(name, round(value, 3))


if __name__ == "__main__":
    main()
