import numpy as np
from imblearn.under_sampling import RandomUnderSampler
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import RepeatedStratifiedKFold

X, y = np.load("intrusion_x.npy"), np.load("intrusion_y.npy")
cv = RepeatedStratifiedKFold(n_splits=5, n_repeats=2, random_state=9)


def fold_score(train, test):
    X_bal, y_bal = RandomUnderSampler(random_state=9).fit_resample(X[train], y[train])
    trees = ExtraTreesClassifier(random_state=9).fit(X_bal, y_bal)
    return average_precision_score(y[test], trees.predict_proba(X[test])[:, 1])


print(np.mean([fold_score(*fold) for fold in cv.split(X, y)]))
