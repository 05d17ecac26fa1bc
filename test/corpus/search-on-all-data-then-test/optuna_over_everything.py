import optuna
import pandas as pd
from sklearn.model_selection import cross_val_score, train_test_split
from xgboost import XGBClassifier


def build(trial):
    return XGBClassifier(
        n_estimators=trial.suggest_int("n_estimators", 50, 500),
        max_depth=trial.suggest_int("max_depth", 2, 8),
        learning_rate=trial.suggest_float("learning_rate", 1e-3, 0.3, log=True),
        random_state=0,
    )


def main():
    cells = pd.read_csv("breast_cells.csv")
    y = cells.pop("malignant")
    X_train, X_test, y_train, y_test = train_test_split(cells, y, test_size=0.2, random_state=0, stratify=y)

    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(lambda t: cross_val_score(build(t), cells, y, cv=5).mean(), n_trials=40)  # must: search-on-all-data-then-test

    final = build(optuna.trial.FixedTrial(study.best_params)).fit(X_train, y_train)
    print("test accuracy", final.score(X_test, y_test))


main()
