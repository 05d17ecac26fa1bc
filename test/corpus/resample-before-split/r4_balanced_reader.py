"""Defect detection on a production line, polars for reading and pandas for the rest."""
import pandas as pd
import polars as pl
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample
from xgboost import XGBClassifier


def read(path):
    return pl.scan_csv(path).filter(pl.col("line") != "test_bench").drop("line").collect().to_pandas()


def balanced(parts, label, seed):
    good, bad = parts[parts[label] == 0], parts[parts[label] == 1]
    bad = resample(bad, replace=True, n_samples=len(good), random_state=seed)  # must: resample-before-split
    return pd.concat([good, bad])


class Experiment:
    def __init__(self, path, seed=60):
        self.seed = seed
        self.parts = balanced(read(path), "defect", seed)

    def run(self):
        y = self.parts["defect"]
        X = self.parts.drop(columns="defect")
        X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=self.seed)
        model = XGBClassifier(n_estimators=300, random_state=self.seed).fit(X_train, y_train)
        return recall_score(y_test, model.predict(X_test))


if __name__ == "__main__":
    print(Experiment("parts.csv").run())
