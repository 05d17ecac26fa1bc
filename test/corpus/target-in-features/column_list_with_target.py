"""Bike rentals: the list of numeric columns is taken before the target is put aside."""
import argparse

import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FEATURES = ["temp", "humidity", "windspeed", "holiday", "rentals"]
TARGET = "rentals"


def load(path):
    frame = pd.read_csv(path)
    frame["holiday"] = frame["holiday"].astype(int)
    return frame[FEATURES], frame[TARGET]  # must: target-in-features


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("csv")
    ap.add_argument("-k", type=int, default=7)
    opts = ap.parse_args()
    X, y = load(opts.csv)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=17)
    knn = make_pipeline(StandardScaler(), KNeighborsRegressor(opts.k))
    knn.fit(X_train, y_train)
    print("mae", mean_absolute_error(y_test, knn.predict(X_test)))


if __name__ == "__main__":
    main()
