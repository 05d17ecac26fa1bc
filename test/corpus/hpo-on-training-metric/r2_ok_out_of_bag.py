"""The out-of-bag score is of rows that the trees did not see."""
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

d = pd.read_csv("satellite.csv")
y = d.pop("land")
X_fit, X_out, y_fit, y_out = train_test_split(d, y, stratify=y, random_state=31)


def forest(leaf, feats):
    return RandomForestClassifier(400, min_samples_leaf=leaf, max_features=feats, oob_score=True, random_state=31)


def objective(trial):
    rf = forest(trial.suggest_int("leaf", 1, 30), trial.suggest_float("feats", 0.1, 1.0))
    return rf.fit(X_fit, y_fit).oob_score_


study = optuna.create_study(direction="maximize", sampler=optuna.samplers.RandomSampler(seed=31))
study.optimize(objective, n_trials=25)
print(forest(**study.best_params).fit(X_fit, y_fit).score(X_out, y_out))
