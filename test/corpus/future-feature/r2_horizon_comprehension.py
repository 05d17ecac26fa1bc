"""One-hour forecasts of the power of a solar park."""
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.model_selection import TimeSeriesSplit, cross_val_score


def table(path: str) -> tuple[pd.DataFrame, pd.Series]:
    park = pd.read_parquet(path).sort_values("utc").set_index("utc")
    lags = {f"power_{k}h_ago": park["power"].shift(k) for k in (1, 2, 24)}
    ahead = {"cloud_0h": park["cloud"], "cloud_1h": park["cloud"].shift(-1)}  # must: future-feature
    X = pd.DataFrame({**lags, **ahead})
    keep = X.notna().all(axis=1)
    return X[keep], park.loc[keep, "power"]


X, y = table("park.parquet")
trees = ExtraTreesRegressor(300, random_state=5)
print(cross_val_score(trees, X, y, cv=TimeSeriesSplit(6), scoring="neg_mean_absolute_error"))
