import numpy as np
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def experiment(path, alphas=(0.01, 0.1, 1.0), seed=0):
    def standardise(values):
        scaler = StandardScaler()
        scaler.fit(values)  # must: fit-before-split
        return scaler.transform(values)

    def report(name, model):
        print(f"{name:12s} {model.score(X_test, y_test):.3f}")

    raw = pd.read_csv(path)
    y = raw["rating"]
    X = standardise(raw.drop(columns=["rating"]))
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    report("mean", DummyRegressor().fit(X_train, y_train))
    for a in alphas:
        report(f"lasso {a}", Lasso(alpha=a).fit(X_train, y_train))


if __name__ == "__main__":
    experiment("movies.csv")
