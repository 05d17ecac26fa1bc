import logging
from dataclasses import dataclass

import optuna
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split

log = logging.getLogger(__name__)


@dataclass
class Outcome:
    params: dict
    tuning_auc: float
    test_auc: float


def objective(trial, x, y):
    params = {
        "num_leaves": trial.suggest_int("num_leaves", 7, 127, log=True),
        "min_child_samples": trial.suggest_int("min_child_samples", 5, 100),
    }
    model = LGBMClassifier(random_state=0, verbosity=-1, **params)
    return cross_val_score(model, x, y, cv=4, scoring="roc_auc").mean()


def run(path) -> Outcome:
    table = pd.read_parquet(path)
    label = table.pop("converted")
    x, x_test, y, y_test = train_test_split(table, label, stratify=label, random_state=0)
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(lambda trial: objective(trial, x, y), n_trials=50)
    log.info("cross-validated while tuning: %.4f", study.best_value)
    final = LGBMClassifier(random_state=0, verbosity=-1, **study.best_params).fit(x, y)
    truth = roc_auc_score(y_test, final.predict_proba(x_test)[:, 1])
    return Outcome(study.best_params, study.best_value, truth)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    print(run("visits.parquet"))
