import lightgbm as lgb
import optuna
import pandas as pd
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import TimeSeriesSplit

FEATURES = ["rain", "holiday", "last_week"]


def objective(trial):
    past = pd.read_parquet("parts/train.parquet").sort_values("day")
    features, demand = past[FEATURES], past["demand"]
    errors = []
    for known, later in TimeSeriesSplit(n_splits=4).split(features):
        model = lgb.LGBMRegressor(
            learning_rate=trial.suggest_float("learning_rate", 0.001, 0.3, log=True),
            num_leaves=trial.suggest_int("num_leaves", 15, 255),
            random_state=7,
        )
        model.fit(features.iloc[known], demand.iloc[known])
        errors.append(root_mean_squared_error(demand.iloc[later], model.predict(features.iloc[later])))
    return sum(errors) / len(errors)


study = optuna.create_study(direction="minimize", sampler=optuna.samplers.TPESampler(seed=7))
study.optimize(objective, n_trials=40)
print(study.best_params)
