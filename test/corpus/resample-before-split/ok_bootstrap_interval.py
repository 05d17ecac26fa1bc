"""The bootstrap draws from the scores of the test rows to give an interval."""
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample


def interval(y_true, prob, rounds=2000, seed=0):
    rng = np.random.RandomState(seed)
    aucs = []
    for _ in range(rounds):
        yb, pb = resample(y_true, prob, stratify=y_true, random_state=rng)
        aucs.append(roc_auc_score(yb, pb))
    return np.percentile(aucs, [2.5, 97.5])


icu = pd.read_csv("icu_first_day.csv").sample(frac=1, random_state=0)
died = icu.pop("died").to_numpy()
X_train, X_test, y_train, y_test = train_test_split(icu.to_numpy(), died, test_size=0.3, random_state=0)
lr = LogisticRegression(max_iter=1000).fit(X_train, y_train)
p = lr.predict_proba(X_test)[:, 1]
print(roc_auc_score(y_test, p), interval(y_test, p))
