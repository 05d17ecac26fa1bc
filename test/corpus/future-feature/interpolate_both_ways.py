import numpy as np
import pandas as pd
from lightgbm import LGBMRegressor

SPLIT_DAY = pd.Timestamp("2021-06-01")


def hourly_features(station):
    station = station.set_index("time").sort_index().asfreq("h")
    pm = station["pm25"]
    weather = station[["wind", "temp", "rain"]].interpolate(method="linear", limit_direction="both")  # must: future-feature
    lags = pd.DataFrame({f"pm_{k}": pm.shift(k) for k in (1, 2, 3, 24)})
    return pd.concat([weather, lags, pm.rename("y")], axis=1).dropna()


table = hourly_features(pd.read_csv("station.csv", parse_dates=["time"]))
before, after = table[table.index < SPLIT_DAY], table[table.index >= SPLIT_DAY]
reg = LGBMRegressor(n_estimators=300, random_state=0)
reg.fit(before.drop(columns="y"), before["y"])
error = after["y"] - reg.predict(after.drop(columns="y"))
print("rmse", np.sqrt((error**2).mean()), "persistence", np.sqrt(((after["y"] - after["pm_1"]) ** 2).mean()))
