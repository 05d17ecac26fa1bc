import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression

X, y = np.load("x.npy"), np.load("y.npy")
order = np.random.permutation(len(X))  # must: seed-missing-numpy
cut = int(len(X) * 0.7)
train, test = order[:cut], order[cut:]
clf = LogisticRegression(max_iter=500).fit(X[train], y[train])
print(clf.score(X[test], y[test]), DummyClassifier().fit(X[train], y[train]).score(X[test], y[test]))
