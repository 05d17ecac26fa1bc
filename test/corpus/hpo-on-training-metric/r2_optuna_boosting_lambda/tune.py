# main
import lightgbm as lgb
import optuna
from sklearn.metrics import mean_squared_error

from data import parts

X_train, X_valid, y_train, y_valid = parts("flights.parquet", 47)


def make(trial):
    return lgb.LGBMRegressor(
        num_leaves=trial.suggest_int("num_leaves", 8, 256, log=True),
        reg_lambda=trial.suggest_float("reg_lambda", 1e-3, 10, log=True),
        n_estimators=300,
        random_state=47,
    )


def objective(trial):
    model = make(trial).fit(X_train, y_train)
    fitted = model.predict(X_train)
    return mean_squared_error(y_train, fitted)  # must: hpo-on-training-metric


study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=47))
study.optimize(objective, n_trials=80)
best = make(optuna.trial.FixedTrial(study.best_params)).fit(X_train, y_train)
print(mean_squared_error(y_valid, best.predict(X_valid)))
