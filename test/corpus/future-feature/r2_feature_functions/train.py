# main
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

from features import past, smooth

gas = pd.read_csv("gas.csv", parse_dates=["day"], index_col="day").sort_index()
gas = past(gas, "demand", (1, 2, 7))
gas["temp_ma"] = smooth(gas["temp"], 5)
gas["wind_next"] = gas["wind"].shift(-1)  # must: future-feature
gas = gas.dropna()

cols = [c for c in gas.columns if c != "demand"]
train, test = gas.loc[:"2022"], gas.loc["2023":]
model = Ridge().fit(train[cols], train["demand"])
print(mean_absolute_error(test["demand"], model.predict(test[cols])))
