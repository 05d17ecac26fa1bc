"""Daily demand. The rows are in order of time, so the last year is the test by design."""
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

demand = pd.read_csv("demand.csv", parse_dates=["date"]).sort_values("date").set_index("date")
for lag in (1, 7, 14):
    demand[f"lag{lag}"] = demand["units"].shift(lag)
demand = demand.dropna()

train, test = demand[:-365], demand[-365:]
lags = ["lag1", "lag7", "lag14"]
ridge = Ridge().fit(train[lags], train["units"])
print("ridge", mean_absolute_error(test["units"], ridge.predict(test[lags])))
print("last week", mean_absolute_error(test["units"], test["lag7"]))
