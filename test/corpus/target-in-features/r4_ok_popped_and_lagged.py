import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error


def supervised(series, target, lags):
    """Earlier values of the target are features, its present value is not."""
    table = pd.concat({f"{target}_lag{k}": series[target].shift(k) for k in lags}, axis=1)
    table["weekday"] = series.index.dayofweek
    table[target] = series[target]
    return table.dropna()


def parts(table, target, days):
    border = table.index.max() - pd.Timedelta(days=days)
    for part in (table[table.index <= border].copy(), table[table.index > border].copy()):
        label = part.pop(target)
        yield part, label


sales = pd.read_csv("sales.csv", parse_dates=["day"], index_col="day").sort_index()
(X_train, y_train), (X_test, y_test) = parts(supervised(sales, "units", (1, 7, 14)), "units", 60)
model = Ridge().fit(X_train, y_train)
print("MAE", mean_absolute_error(y_test, model.predict(X_test)))
print("as last week", mean_absolute_error(y_test, X_test["units_lag7"]))
