import json
from pathlib import Path

import pandas as pd
from sklearn.feature_selection import RFECV
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


class RadiomicsStudy:
    """One lesion a row, one row a patient, against the result of the biopsy."""

    def __init__(self, config_file):
        self.cfg = json.loads(Path(config_file).read_text())
        table = pd.read_excel(self.cfg["features"])
        self.y = table.pop("malignant")
        self.X = table.drop(columns=["case"])
        self.selected = None

    def select(self):
        base = LogisticRegression(solver="liblinear", penalty="l2", random_state=self.cfg["seed"])
        rfe = RFECV(base, step=5, cv=5, scoring="roc_auc")
        rfe.fit(self.X, self.y)  # must: feature-selection-before-split
        self.selected = self.X.columns[rfe.support_]
        return self.selected

    def evaluate(self):
        X_a, X_b, y_a, y_b = train_test_split(
            self.X[self.selected],
            self.y,
            test_size=self.cfg["test_share"],
            stratify=self.y,
            random_state=self.cfg["seed"],
        )
        lr = LogisticRegression(max_iter=2000).fit(X_a, y_a)
        return roc_auc_score(y_b, lr.decision_function(X_b))


study = RadiomicsStudy("study.json")
print(list(study.select()))
print("AUC", study.evaluate())
