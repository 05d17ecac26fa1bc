import argparse

import pandas as pd
import xgboost as xgb
from imblearn.combine import SMOTEENN
from imblearn.over_sampling import ADASYN
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score

SAMPLERS = {"adasyn": ADASYN, "smoteenn": SMOTEENN}


def parse():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", default="machine_failure.csv")
    ap.add_argument("--seed", type=int, default=0)
    return ap.parse_args()


class FailureModel:
    def __init__(self, data, seed):
        frame = pd.read_csv(data)
        self.target = frame.pop("failure").values
        self.inputs = frame.values
        self.seed = seed

    def oversample(self):
        sampler = ADASYN(n_neighbors=5, random_state=self.seed)
        self.inputs, self.target = sampler.fit_resample(self.inputs, self.target)  # must: resample-before-split

    def cross_validate(self):
        cv = RepeatedStratifiedKFold(n_splits=5, n_repeats=2, random_state=self.seed)
        clf = xgb.XGBClassifier(n_estimators=150, random_state=self.seed)
        return cross_val_score(clf, self.inputs, self.target, cv=cv, scoring="f1")


opts = parse()
job = FailureModel(opts.data, opts.seed)
job.oversample()
print("F1", job.cross_validate().mean())
