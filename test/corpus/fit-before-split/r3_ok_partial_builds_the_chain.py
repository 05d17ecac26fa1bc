"""Shelf-life of packed salads: two rival models, compared on the same folds."""
from functools import partial

import matplotlib.pyplot as plt
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SEED = 21


def chain(scaler_type, model):
    return make_pipeline(scaler_type(), PCA(0.95, random_state=SEED), model)


scaled = partial(chain, StandardScaler)


def draw_map(readings: pd.DataFrame, target: pd.Series) -> None:
    flat = StandardScaler().fit_transform(readings)
    xy = PCA(2, random_state=SEED).fit_transform(flat)
    fig, ax = plt.subplots()
    points = ax.scatter(xy[:, 0], xy[:, 1], c=target, s=6)
    fig.colorbar(points, label="days")
    fig.savefig("map.png", dpi=150)


def main():
    salads = pd.read_csv("salads.csv")
    days = salads.pop("days")
    draw_map(salads, days)

    folds = KFold(5, shuffle=True, random_state=SEED)
    rivals = {
        "ridge": scaled(Ridge(alpha=3.0)),
        "trees": scaled(ExtraTreesRegressor(300, random_state=SEED)),
    }
    for name, rival in rivals.items():
        result = cross_validate(rival, salads, days, cv=folds, scoring="neg_mean_absolute_error")
        print(f"{name:8s} {-result['test_score'].mean():.2f} +- {result['test_score'].std():.2f}")


if __name__ == "__main__":
    main()
