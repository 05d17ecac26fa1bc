from functools import partial

import numpy as np
import optuna
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_pinball_loss
from sklearn.model_selection import cross_val_score, train_test_split


def objective(trial, X, y):
    params = {
        "num_leaves": trial.suggest_int("num_leaves", 8, 128, log=True),
        "min_child_samples": trial.suggest_int("min_child_samples", 5, 100),
    }
    reg = LGBMRegressor(objective="quantile", alpha=0.9, random_state=0, **params)
    return -np.mean(cross_val_score(reg, X, y, cv=5, scoring="neg_mean_absolute_error"))


def run(path):
    homes = pd.read_csv(path)
    X, y = homes.drop(columns="rent"), homes["rent"]
    X_dev, X_test, y_dev, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(partial(objective, X=X_dev, y=y_dev), n_trials=60)
    best = LGBMRegressor(objective="quantile", alpha=0.9, random_state=0, **study.best_params).fit(X_dev, y_dev)
    return mean_pinball_loss(y_test, best.predict(X_test), alpha=0.9)


print(run("rents.csv"))
