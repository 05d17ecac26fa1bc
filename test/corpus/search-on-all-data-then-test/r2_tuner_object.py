from dataclasses import dataclass
from typing import Optional

import pandas as pd
from scipy.stats import loguniform, randint
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import RandomizedSearchCV, train_test_split


@dataclass
class Tuner:
    seed: int = 0
    trials: int = 30
    best: Optional[dict] = None

    def tune(self, X, y):
        space = {"max_features": loguniform(0.1, 1.0), "min_samples_leaf": randint(1, 20)}
        rs = RandomizedSearchCV(
            RandomForestRegressor(200, random_state=self.seed), space, n_iter=self.trials, cv=5, random_state=self.seed
        )
        rs.fit(X, y)  # must: search-on-all-data-then-test
        self.best = rs.best_params_
        return self

    def assess(self, X, y):
        X_tr, X_te, y_tr, y_te = train_test_split(X, y, random_state=self.seed)
        model = RandomForestRegressor(200, random_state=self.seed, **self.best).fit(X_tr, y_tr)
        return mean_absolute_error(y_te, model.predict(X_te))


abalone = pd.read_csv("abalone.csv").drop(columns="Sex")
rings = abalone.pop("Rings")
print("MAE", Tuner(seed=3).tune(abalone, rings).assess(abalone, rings))
