import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

TARGET = "claim"


class FeatureBuilder:
    """Columns for the claims model."""

    def __init__(self, frame):
        self.frame = frame.copy()

    def add_ratio(self):
        self.frame["premium_to_value"] = self.frame["premium"] / self.frame["car_value"]
        return self

    def add_region_risk(self):
        self.frame["region_risk"] = self.frame.groupby("region")[TARGET].transform("mean")  # must: target-encoding-before-split
        return self

    def matrix(self):
        return self.frame[["premium_to_value", "driver_age", "region_risk"]], self.frame[TARGET]


policies = pd.read_csv("policies.csv")
X, y = FeatureBuilder(policies).add_ratio().add_region_risk().matrix()
X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y, test_size=0.3, random_state=2)
lr = LogisticRegression().fit(X_tr, y_tr)
print("AUC", roc_auc_score(y_te, lr.predict_proba(X_te)[:, 1]))
