import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTENC
from sklearn.metrics import average_precision_score
from sklearn.model_selection import StratifiedKFold
from sklearn.utils import resample
from lightgbm import LGBMClassifier


def interval(y, p, rounds=1000, seed=0):
    """Bootstrap interval of the average precision."""
    scores = []
    for i in range(rounds):
        yb, pb = resample(y, p, random_state=seed + i)
        scores.append(average_precision_score(yb, pb))
    return np.percentile(scores, [2.5, 97.5])


fraud = pd.read_parquet("fraud.parquet")
y = fraud.pop("is_fraud").to_numpy()
nominal = [fraud.columns.get_loc(c) for c in ("bank", "device")]
out_of_fold = np.zeros(len(y))
for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(fraud, y):
    X_bal, y_bal = SMOTENC(nominal, random_state=0).fit_resample(fraud.iloc[train], y[train])
    model = LGBMClassifier(random_state=0).fit(X_bal, y_bal)
    out_of_fold[test] = model.predict_proba(fraud.iloc[test])[:, 1]
print(average_precision_score(y, out_of_fold), interval(y, out_of_fold))
