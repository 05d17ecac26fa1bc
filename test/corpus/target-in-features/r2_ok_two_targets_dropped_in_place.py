import polars as pl
import pandas as pd
from sklearn.multioutput import MultiOutputRegressor
from sklearn.linear_model import BayesianRidge
from sklearn.model_selection import train_test_split


def load(path: str) -> pd.DataFrame:
    return pl.read_csv(path).drop_nulls().to_pandas()


energy = load("buildings.csv")
loads = energy[["heating", "cooling"]].copy()
energy.drop(["heating", "cooling"], axis=1, inplace=True)
fit_X, out_X, fit_y, out_y = train_test_split(energy, loads, random_state=13)
model = MultiOutputRegressor(BayesianRidge()).fit(fit_X, fit_y)
print("R2", model.score(out_X, out_y))
