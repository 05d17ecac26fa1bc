import argparse

import lightgbm as lgb
import pandas as pd
from sklearn.model_selection import KFold, cross_val_score


class LoadFeatures:
    def __init__(self, lags=(1, 24, 168)):
        self.lags = lags

    def build(self, hourly):
        hourly = hourly.sort_values("timestamp").reset_index(drop=True)
        for lag in self.lags:
            hourly[f"load_{lag}h_ago"] = hourly["load"].shift(lag)
        hourly["hour"] = hourly["timestamp"].dt.hour
        hourly["weekday"] = hourly["timestamp"].dt.weekday
        hourly = hourly.dropna()
        target = hourly["load"]
        return hourly.drop(columns=["load", "timestamp"]), target


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", default="load.csv")
    parser.add_argument("--folds", type=int, default=5)
    opts = parser.parse_args()

    raw = pd.read_csv(opts.csv, parse_dates=["timestamp"])
    features, load = LoadFeatures().build(raw)
    booster = lgb.LGBMRegressor(n_estimators=400, learning_rate=0.05, random_state=1)
    folds = KFold(n_splits=opts.folds, shuffle=True, random_state=1)  # must: temporal-shuffle-split
    mae = -cross_val_score(booster, features, load, cv=folds, scoring="neg_mean_absolute_error")
    print("MAE per fold", mae.round(2), "mean", mae.mean())
    print("same hour last week", (load - features["load_168h_ago"]).abs().mean())


if __name__ == "__main__":
    main()
