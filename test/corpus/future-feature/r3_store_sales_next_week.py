import lightgbm as lgb
import numpy as np
import pandas as pd

GAPS = [7, 14, 28]


def load():
    sales = pd.read_csv("store_sales.csv", parse_dates=["date"])
    return sales.sort_values(["store", "date"]).reset_index(drop=True)


def add_history(sales):
    for gap in GAPS:
        sales[f"units_{gap}_ago"] = sales.groupby("store")["units"].shift(gap)
    sales["promo_soon"] = sales["promo_calendar_7d"]
    sales["week_trend"] = sales["units_7_ago"] - sales.groupby("store")["units"].shift(-7)  # must: future-feature
    sales["weekday"] = sales["date"].dt.weekday
    return sales


def rmsle(truth, guess):
    return np.sqrt(np.mean((np.log1p(guess.clip(0)) - np.log1p(truth)) ** 2))


def main():
    sales = add_history(load()).dropna()
    columns = [f"units_{gap}_ago" for gap in GAPS] + ["promo_soon", "week_trend", "weekday"]
    cut = sales["date"].max() - pd.Timedelta(days=60)
    past, future = sales[sales["date"] <= cut], sales[sales["date"] > cut]
    model = lgb.LGBMRegressor(objective="poisson", n_estimators=700, random_state=1)
    model.fit(past[columns], past["units"])
    print("rmsle", rmsle(future["units"].to_numpy(), model.predict(future[columns])))


if __name__ == "__main__":
    main()
