import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split

LAGS = (1, 2, 3, 24, 48, 168)
SEED = 3


def with_lags(series: pd.Series) -> pd.DataFrame:
    table = pd.DataFrame({"load": series})
    for lag in LAGS:
        table[f"lag_{lag}"] = table["load"].shift(lag)
    table["hour"] = table.index.hour
    table["weekday"] = table.index.weekday
    return table.dropna()


def read(path: str) -> pd.Series:
    raw = pd.read_csv(path, parse_dates=["stamp"], index_col="stamp")
    return raw["megawatt"].resample("1h").mean()


if __name__ == "__main__":
    table = with_lags(read("district_heating.csv"))
    load = table.pop("load")
    a, b, load_a, load_b = train_test_split(table, load, test_size=0.2, random_state=SEED)  # must: temporal-shuffle-split
    model = LGBMRegressor(n_estimators=600, random_state=SEED).fit(a, load_a)
    print("mape", mean_absolute_percentage_error(load_b, model.predict(b)))
