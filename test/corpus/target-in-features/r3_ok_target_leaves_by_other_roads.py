import numpy as np
import pandas as pd
import polars as pl
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import PoissonRegressor
from sklearn.model_selection import cross_val_score

TARGETS = ("goals", "shots")


def by_filter(matches):
    return matches.filter(regex="^(?!goals$|shots$)"), matches["goals"]


def by_difference(matches):
    columns = matches.columns.difference(TARGETS)
    return matches[columns], matches["goals"]


def by_loc(matches):
    return matches.loc[:, ~matches.columns.isin(TARGETS)], matches["goals"]


def by_set(matches):
    keep = sorted(set(matches.columns) - set(TARGETS))
    return matches[keep].to_numpy(), matches["goals"].to_numpy()


def by_polars(path):
    frame = pl.read_csv(path)
    return frame.select(pl.exclude(*TARGETS)).to_numpy(), frame["goals"].to_numpy()


def by_target_of_other_name(matches):
    table = matches.rename(columns={"goals": "y"})
    y = table["y"]
    del table["y"], table["shots"]
    return table, y


if __name__ == "__main__":
    matches = pd.read_csv("matches.csv")
    ways = [by_filter, by_difference, by_loc, by_set, by_target_of_other_name]
    pairs = [way(matches) for way in ways] + [by_polars("matches.csv")]
    for X, y in pairs:
        for model in (PoissonRegressor(max_iter=500), HistGradientBoostingRegressor(random_state=0)):
            scores = cross_val_score(model, X, y, scoring="neg_mean_poisson_deviance")
            print(type(model).__name__, np.round(-scores.mean(), 3))
