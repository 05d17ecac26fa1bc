import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit, cross_val_score, train_test_split


def lagged(series, lags):
    table = pd.concat({f"lag{k}": series.shift(k) for k in lags}, axis=1)
    table["roll"] = series.shift(1).rolling(12).mean()
    table["y"] = series
    return table.dropna()


passengers = pd.read_csv("passengers.csv", index_col="month", parse_dates=True)["count"].sort_index()
table = lagged(passengers, range(1, 13))
past, future = train_test_split(table, test_size=0.2, shuffle=False)

ridge = Ridge(alpha=0.1)
inner = cross_val_score(
    ridge, past.drop(columns="y"), past["y"], cv=TimeSeriesSplit(5), scoring="neg_mean_absolute_error"
)
print("inner", -inner)
ridge.fit(past.drop(columns="y"), past["y"])
print("future", mean_absolute_error(future["y"], ridge.predict(future.drop(columns="y"))))
print("a year ago", mean_absolute_error(future["y"], future["lag12"]))
