from category_encoders import WOEEncoder
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
import pandas as pd


class Scorecard:
    CATEGORICAL = ["purpose", "housing", "job"]

    def __init__(self, path, seed=0):
        self.raw = pd.read_csv(path)
        self.seed = seed

    def _encode(self):
        self.good = self.raw["risk"].eq("good").astype(int)
        self.woe = WOEEncoder(cols=self.CATEGORICAL, random_state=self.seed)
        self.coded = self.woe.fit_transform(self.raw[self.CATEGORICAL], self.good)  # must: target-encoding-before-split

    def _split(self):
        return train_test_split(self.coded, self.good, stratify=self.good, random_state=self.seed)

    def gini(self):
        self._encode()
        X_a, X_b, g_a, g_b = self._split()
        model = LogisticRegression().fit(X_a, g_a)
        return 2 * roc_auc_score(g_b, model.predict_proba(X_b)[:, 1]) - 1


print("Gini", Scorecard("german.csv").gini())
