"""The candidate has to beat the model that is in production now."""
import sys

import joblib
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score


def auc(model, part):
    return roc_auc_score(part["label"], model.predict_proba(part.drop(columns="label"))[:, 1])


def main():
    train, test = pd.read_parquet("train.parquet"), pd.read_parquet("test.parquet")
    baseline_model = joblib.load("models/current.joblib")
    candidate = HistGradientBoostingClassifier(random_state=0)
    candidate.fit(train.drop(columns="label"), train["label"])
    old, new = auc(baseline_model, test), auc(candidate, test)
    print(f"production {old:.4f}, candidate {new:.4f}")
    if new <= old:
        sys.exit("not better than what we have")
    joblib.dump(candidate, "models/candidate.joblib")


if __name__ == "__main__":
    main()
