import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


class ReadmissionModel:
    """One row is a visit; patients come back."""

    FEATURES = ["age", "los", "n_previous", "first_score"]

    def __init__(self, path):
        self.visits = pd.read_csv(path)

    def history(self):
        v = self.visits
        per_patient = v.groupby("patient_id")
        v["n_previous"] = per_patient.cumcount()
        v["first_score"] = per_patient["score"].transform("first")
        self.visits = v

    def evaluate(self):
        y = self.visits["readmitted"]
        X = self.visits[self.FEATURES]
        X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y, random_state=8)  # must: group-leakage-split
        gb = GradientBoostingClassifier(random_state=8).fit(X_tr, y_tr)
        return roc_auc_score(y_te, gb.predict_proba(X_te)[:, 1])


job = ReadmissionModel("visits.csv")
job.history()
print("AUC", job.evaluate())
