import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

sales = pd.read_csv("sales.csv", parse_dates=["week"]).sort_values("week")
sales["prev"] = sales["units"].shift(1)
sales = sales.dropna()
past, future = sales[sales["week"] < "2022-01-01"], sales[sales["week"] >= "2022-01-01"]

model = Ridge().fit(past[["prev"]], past["units"])
in_sample = mean_absolute_error(past["units"], model.predict(past[["prev"]]))
out_of_sample = mean_absolute_error(future["units"], model.predict(future[["prev"]]))
naive = np.abs(future["units"] - future["prev"]).mean()
print(f"{in_sample:.1f} {out_of_sample:.1f} naive {naive:.1f}")
