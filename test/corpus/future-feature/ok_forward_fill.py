import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error


def prepare(raw):
    raw = raw.sort_values("ts").set_index("ts")
    raw = raw.ffill().dropna()
    raw["load_prev"] = raw["load"].shift(1)
    raw["load_mean"] = raw["load"].shift(1).rolling("24h").mean()
    raw["temp"] = raw["temp"].interpolate(limit_direction="forward")
    return raw.dropna()


grid = prepare(pd.read_csv("grid.csv", parse_dates=["ts"]))
border = grid.index[int(len(grid) * 0.8)]
train, test = grid.loc[:border].iloc[:-1], grid.loc[border:]
cols = ["load_prev", "load_mean", "temp"]
rf = RandomForestRegressor(random_state=3).fit(train[cols], train["load"])
print("mae", mean_absolute_error(test["load"], rf.predict(test[cols])))
print("previous hour", mean_absolute_error(test["load"], test["load_prev"]))
