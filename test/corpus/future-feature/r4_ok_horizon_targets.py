import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit

HORIZONS = (1, 3, 6)


def with_targets(load):
    table = pd.DataFrame({f"lag_{k}": load.shift(k) for k in (0, 1, 2, 24)})
    for h in HORIZONS:
        table[f"target_{h}"] = load.shift(-h)
    return table.dropna()


load = pd.read_csv("grid_load.csv", parse_dates=["time"], index_col="time")["mw"].sort_index()
table = with_targets(load)
lags = [c for c in table if c.startswith("lag_")]
for h in HORIZONS:
    errors = []
    for past, later in TimeSeriesSplit(n_splits=5, gap=max(HORIZONS)).split(table):
        model = HistGradientBoostingRegressor(random_state=0)
        model.fit(table.iloc[past][lags], table.iloc[past][f"target_{h}"])
        errors.append(mean_absolute_error(table.iloc[later][f"target_{h}"], model.predict(table.iloc[later][lags])))
    print(h, sum(errors) / len(errors))
