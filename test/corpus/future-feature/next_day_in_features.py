"""Demand of a shop: neighbours of the day on both sides become columns."""
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error

shop = pd.read_csv("shop.csv", parse_dates=["date"]).sort_values("date").set_index("date")
shop["visitors_yesterday"] = shop["visitors"].shift(1)
shop["visitors_tomorrow"] = shop["visitors"].shift(-1)  # must: future-feature
shop["weekday"] = shop.index.dayofweek
shop = shop.dropna()

FEATURES = ["visitors_yesterday", "visitors_tomorrow", "weekday", "holiday"]
train, test = shop.loc[:"2022-12-31"], shop.loc["2023-01-01":]
model = GradientBoostingRegressor(random_state=0).fit(train[FEATURES], train["visitors"])
print("mae", mean_absolute_error(test["visitors"], model.predict(test[FEATURES])))
print("yesterday", mean_absolute_error(test["visitors"], test["visitors_yesterday"]))
