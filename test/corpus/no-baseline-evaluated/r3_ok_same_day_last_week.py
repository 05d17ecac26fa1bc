import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error

INPUTS = ["lag_7", "lag_14", "weekday", "holiday"]


def table(path):
    riders = pd.read_csv(path, parse_dates=["day"]).sort_values("day")
    riders["lag_7"] = riders["n"].shift(7)
    riders["lag_14"] = riders["n"].shift(14)
    riders["weekday"] = riders["day"].dt.weekday
    return riders.dropna()


def main():
    riders = table("metro.csv")
    cut = riders["day"].max() - pd.Timedelta(weeks=12)
    before, after = riders[riders["day"] <= cut], riders[riders["day"] > cut]
    model = xgb.XGBRegressor(n_estimators=300, random_state=5).fit(before[INPUTS], before["n"])

    rows = {
        "as a week ago": after["lag_7"],
        "boosted trees": model.predict(after[INPUTS]),
    }
    for name, guess in rows.items():
        print(f"{name:15s} {mean_absolute_error(after['n'], guess):8.1f}")


if __name__ == "__main__":
    main()
