"""Bike rental demand with a schema of columns."""
from dataclasses import dataclass

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


@dataclass(frozen=True)
class Schema:
    target: str = "rentals"
    ignored: tuple = ("id", "comment")

    def features(self, frame):
        return frame.drop(columns=list(self.ignored))  # must: target-in-features

    def labels(self, frame):
        return frame[self.target]


def main():
    schema = Schema()
    bikes = pd.read_csv("bikes.csv")
    X_train, X_test, y_train, y_test = train_test_split(
        schema.features(bikes), schema.labels(bikes), test_size=0.2, random_state=61
    )
    forest = RandomForestRegressor(300, random_state=61).fit(X_train, y_train)
    print(mean_absolute_error(y_test, forest.predict(X_test)))


if __name__ == "__main__":
    main()
