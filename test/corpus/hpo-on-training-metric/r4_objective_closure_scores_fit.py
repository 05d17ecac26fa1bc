import optuna
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def space(trial):
    return {
        "max_depth": trial.suggest_int("max_depth", 3, 30),
        "min_samples_leaf": trial.suggest_int("min_samples_leaf", 1, 50),
        "max_features": trial.suggest_float("max_features", 0.1, 1.0),
    }


def make_objective(X, y):
    def objective(trial):
        model = ExtraTreesClassifier(n_estimators=300, random_state=0, **space(trial))
        model.fit(X, y)
        return f1_score(y, model.predict(X), average="macro")  # must: hpo-on-training-metric

    return objective


def main():
    soil = pd.read_csv("soil.csv")
    kind = soil.pop("kind")
    X_train, X_test, y_train, y_test = train_test_split(soil, kind, test_size=0.2, stratify=kind, random_state=0)
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(make_objective(X_train, y_train), n_trials=60)
    final = ExtraTreesClassifier(n_estimators=300, random_state=0, **study.best_params).fit(X_train, y_train)
    print("test F1", f1_score(y_test, final.predict(X_test), average="macro"))


if __name__ == "__main__":
    main()
