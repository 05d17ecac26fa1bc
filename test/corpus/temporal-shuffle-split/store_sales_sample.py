import pandas as pd
import xgboost as xgb

from sklearn.metrics import mean_absolute_percentage_error

sales = pd.read_csv("one_store.csv", parse_dates=["day"]).set_index("day")
sales["yesterday"] = sales["units"].shift(1)
sales["change"] = sales["yesterday"].diff()
sales["mean_week"] = sales["units"].shift(1).rolling(7).mean()
sales = sales.dropna()
cols = ["yesterday", "change", "mean_week", "promo", "price"]

train = sales.sample(frac=0.8, random_state=99)  # must: temporal-shuffle-split
test = sales.drop(train.index)

reg = xgb.XGBRegressor(n_estimators=250, max_depth=4, random_state=99)
reg.fit(train[cols], train["units"])
print("MAPE", mean_absolute_percentage_error(test["units"], reg.predict(test[cols])))
print("naive", mean_absolute_percentage_error(test["units"], test["yesterday"]))
