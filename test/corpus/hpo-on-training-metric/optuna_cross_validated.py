import argparse

import optuna
import pandas as pd
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def make_objective(X_train, y_train):
    folds = StratifiedKFold(5, shuffle=True, random_state=0)

    def objective(trial):
        svc = SVC(C=trial.suggest_float("C", 1e-3, 1e3, log=True), gamma=trial.suggest_float("gamma", 1e-4, 1, log=True))
        score = cross_val_score(make_pipeline(StandardScaler(), svc), X_train, y_train, cv=folds)
        return score.mean()

    return objective


def main():
    p = argparse.ArgumentParser()
    p.add_argument("csv")
    p.add_argument("--trials", type=int, default=100)
    a = p.parse_args()
    ion = pd.read_csv(a.csv)
    X_train, X_test, y_train, y_test = train_test_split(ion.drop(columns="y"), ion["y"], random_state=0)
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(make_objective(X_train, y_train), n_trials=a.trials)
    best = make_pipeline(StandardScaler(), SVC(**study.best_params)).fit(X_train, y_train)
    print(study.best_params, best.score(X_test, y_test))


main()
