from __future__ import annotations

import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.model_selection import cross_val_score, cross_validate
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def build() -> Pipeline:
    numeric = make_pipeline(SimpleImputer(strategy="mean"), StandardScaler())
    categorical = make_pipeline(
        SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    )
    pre = ColumnTransformer([
        ("num", numeric, make_column_selector(dtype_include="number")),
        ("cat", categorical, make_column_selector(dtype_include=object)),
    ])
    return Pipeline([("pre", pre), ("reg", HistGradientBoostingRegressor(random_state=0))])


def run(path: str) -> None:
    houses = pd.read_csv(path)
    y = houses.pop("price")
    pipe = build()
    scores = cross_validate(pipe, houses, y, cv=5, scoring=("r2", "neg_mean_absolute_error"))
    dummy = cross_val_score(DummyRegressor(), houses, y, cv=5, scoring="r2")
    print("r2", scores["test_r2"].mean(), "dummy", dummy.mean())
    # Afterwards the whole table is used for the shipped model.
    pipe.fit(houses, y)


if __name__ == "__main__":
    run("houses.csv")
