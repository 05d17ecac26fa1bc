import argparse

import optuna
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    df = pd.read_csv(args.csv)
    y = df.pop("y")
    cv = StratifiedKFold(5, shuffle=True, random_state=args.seed)

    def objective(trial):
        model = RandomForestClassifier(  # must: sklearn-random-state-missing
            n_estimators=trial.suggest_int("n_estimators", 50, 500),
            max_depth=trial.suggest_int("max_depth", 2, 20),
        )
        return cross_val_score(model, df, y, cv=cv).mean()

    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=args.seed))
    study.optimize(objective, n_trials=40)
    print(study.best_params, "dummy", cross_val_score(DummyClassifier(), df, y, cv=cv).mean())


if __name__ == "__main__":
    main()
