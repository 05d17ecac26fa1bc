import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit, train_test_split


def features(sales):
    sales = sales.sort_values("day")
    out = pd.DataFrame(index=sales.index)
    out["yesterday"] = sales["units"].shift(1)
    out["week_before"] = sales["units"].shift(7)
    out["month_mean"] = sales["units"].shift(1).rolling(28).mean()
    out["units"] = sales["units"]
    return out.dropna()


def main():
    table = features(pd.read_csv("ice_cream.csv", parse_dates=["day"]))
    y, x = table["units"], table.drop(columns="units")

    earlier, later, y_earlier, y_later = train_test_split(x, y, test_size=0.2, shuffle=False)
    forest = RandomForestRegressor(400, random_state=0)

    errors = []
    for past, future in TimeSeriesSplit(n_splits=6).split(earlier):
        forest.fit(earlier.iloc[past], y_earlier.iloc[past])
        guess = forest.predict(earlier.iloc[future])
        errors.append(mean_absolute_error(y_earlier.iloc[future], guess))
    print("walking forward:", np.round(errors, 2))

    forest.fit(earlier, y_earlier)
    print("last fifth:", mean_absolute_error(y_later, forest.predict(later)))


if __name__ == "__main__":
    main()
