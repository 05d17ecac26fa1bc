import sys

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_log_error
from sklearn.model_selection import train_test_split

TARGET = "SalePrice"


def strongest(frame, target, threshold=0.3):
    corr = frame.corr()[target].abs()  # must: feature-selection-before-split
    keep = corr[corr > threshold].index.tolist()
    keep.remove(target)
    return keep


def main(csv_file):
    houses = pd.read_csv(csv_file).select_dtypes("number").dropna(axis=1)
    columns = strongest(houses, TARGET)
    X_train, X_test, y_train, y_test = train_test_split(
        houses[columns], houses[TARGET], test_size=0.2, random_state=10
    )
    gbr = GradientBoostingRegressor(random_state=10)
    gbr.fit(X_train, y_train)
    pred = gbr.predict(X_test)
    print(len(columns), "columns, msle", mean_squared_log_error(y_test, pred))


if __name__ == "__main__":
    main(sys.argv[1])
