"""Electricity load, one step ahead."""
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit
from sklearn.preprocessing import StandardScaler


def make_features(load: pd.Series) -> pd.DataFrame:
    lags = {f"lag_{k}": load.shift(k) for k in (1, 2, 24, 168)}
    out = pd.DataFrame(lags)
    out["y"] = load
    return out.dropna()


def backtest(table: pd.DataFrame) -> None:
    y = table["y"].to_numpy()
    sc = StandardScaler()
    X = sc.fit_transform(table.drop(columns="y"))  # must: fit-before-split
    errors, naive = [], []
    for past, future in TimeSeriesSplit(n_splits=8).split(X):
        m = Ridge().fit(X[past], y[past])
        errors.append(mean_absolute_error(y[future], m.predict(X[future])))
        naive.append(mean_absolute_error(y[future], table["lag_24"].to_numpy()[future]))
    print("ridge", np.mean(errors), "same hour yesterday", np.mean(naive))


if __name__ == "__main__":
    series = pd.read_csv("load.csv", index_col="ts", parse_dates=True)["mw"]
    backtest(make_features(series))
