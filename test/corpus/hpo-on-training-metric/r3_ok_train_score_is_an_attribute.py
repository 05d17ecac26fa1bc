import numpy as np
import optuna
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold

soil = pd.read_csv("moisture.csv")
moisture = soil.pop("moisture").to_numpy()
sensors = soil.to_numpy()


class Objective:
    def __init__(self, folds=5, seed=0):
        self.folds = KFold(folds, shuffle=True, random_state=seed)
        self.seed = seed

    def __call__(self, trial):
        params = {
            "max_depth": trial.suggest_int("max_depth", 3, 30),
            "min_samples_leaf": trial.suggest_int("min_samples_leaf", 1, 40, log=True),
            "max_features": trial.suggest_float("max_features", 0.1, 1.0),
        }
        train_loss, loss = [], []
        for i, (a, b) in enumerate(self.folds.split(sensors)):
            model = ExtraTreesRegressor(200, random_state=self.seed, n_jobs=-1, **params)
            model.fit(sensors[a], moisture[a])
            train_loss.append(mean_absolute_error(moisture[a], model.predict(sensors[a])))
            loss.append(mean_absolute_error(moisture[b], model.predict(sensors[b])))
            trial.report(float(np.mean(loss)), i)
            if trial.should_prune():
                raise optuna.TrialPruned()
        trial.set_user_attr("train_loss", float(np.mean(train_loss)))
        return float(np.mean(loss))


if __name__ == "__main__":
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(Objective(), n_trials=100)
    best = study.best_trial
    print(best.params)
    print("gap between training and folds:", best.value - best.user_attrs["train_loss"])
