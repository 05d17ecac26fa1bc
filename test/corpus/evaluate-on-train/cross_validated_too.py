import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, cross_val_score
from sklearn.metrics import roc_auc_score

X, y = np.load("X.npy"), np.load("y.npy")
clf = LogisticRegression(max_iter=1000).fit(X, y)
print("resubstitution", clf.score(X, y))
print("cross validated", cross_val_score(clf, X, y, cv=10).mean())
print("oof auc", roc_auc_score(y, cross_val_predict(clf, X, y, cv=10, method="predict_proba")[:, 1]))
print("dummy", cross_val_score(DummyClassifier(), X, y, cv=10).mean())
