import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def load(path):
    stroke = pd.read_csv(path)
    return train_test_split(stroke.drop(columns="stroke"), stroke["stroke"], test_size=0.25, random_state=6)


X_train, X_test, y_train, y_test = load("stroke.csv")


def objective(trial):
    forest = RandomForestClassifier(
        n_estimators=trial.suggest_int("n_estimators", 50, 400, step=50),
        max_depth=trial.suggest_int("max_depth", 2, 32, log=True),
        max_features=trial.suggest_float("max_features", 0.1, 1.0),
        random_state=6,
    )
    forest.fit(X_train, y_train)
    return forest.score(X_train, y_train)  # must: hpo-on-training-metric


if __name__ == "__main__":
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=6))
    study.optimize(objective, n_trials=50)
    tuned = RandomForestClassifier(random_state=6, **study.best_params).fit(X_train, y_train)
    print("test accuracy", tuned.score(X_test, y_test))
