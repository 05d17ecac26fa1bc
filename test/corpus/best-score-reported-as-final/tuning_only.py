"""Looks for a good setting, writes it down with its score, and judges it on rows put aside."""
import pandas as pd
import yaml
from sklearn.linear_model import Lasso
from sklearn.model_selection import GridSearchCV, train_test_split

ALPHAS = [10.0**k for k in range(-4, 3)]


def holdout(path):
    spectra = pd.read_csv(path, index_col="sample")
    return train_test_split(spectra.drop(columns="fat"), spectra["fat"], test_size=0.25, random_state=18)


def search(X, y):
    gs = GridSearchCV(Lasso(max_iter=50_000, random_state=18), {"alpha": ALPHAS}, scoring="r2", cv=10)
    return gs.fit(X, y)


X_train, X_test, y_train, y_test = holdout("tecator.csv")
found = search(X_train, y_train)
with open("lasso.yaml", "w") as f:
    yaml.safe_dump({"alpha": found.best_params_["alpha"], "cv_r2": float(found.best_score_)}, f)
model = Lasso(max_iter=50_000, random_state=18, alpha=found.best_params_["alpha"]).fit(X_train, y_train)
print("held out", model.score(X_test, y_test))
