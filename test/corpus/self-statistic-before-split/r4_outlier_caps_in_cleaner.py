"""Taxi fares: a cleaner with one method a column."""
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class RideCleaner:
    def __init__(self, rides):
        self.rides = rides.copy()

    def drop_impossible(self):
        self.rides = self.rides[self.rides["fare"] > 0]
        return self

    def fill_passengers(self):
        column = self.rides["passengers"]
        self.rides["passengers"] = column.fillna(column.median())  # must: self-statistic-before-split
        return self

    def log_distance(self):
        self.rides["log_km"] = np.log1p(self.rides["km"])
        return self

    def result(self):
        return self.rides.drop(columns="fare"), self.rides["fare"]


def main(path="rides.parquet"):
    X, y = RideCleaner(pd.read_parquet(path)).drop_impossible().fill_passengers().log_distance().result()
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=66)
    model = HistGradientBoostingRegressor(random_state=66).fit(X_train, y_train)
    print("MAE", mean_absolute_error(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
