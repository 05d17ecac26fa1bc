import numpy as np
from numpy.random import RandomState, default_rng
from sklearn.dummy import DummyClassifier
from sklearn.neighbors import KNeighborsClassifier

rng = default_rng(2024)
old = RandomState(5)
X = rng.normal(size=(600, 5))
y = (X[:, 0] + old.normal(scale=0.3, size=600) > 0).astype(int)
order = rng.permutation(600)
train, test = np.array_split(order, [450])
knn = KNeighborsClassifier().fit(X[train], y[train])
print(knn.score(X[test], y[test]), DummyClassifier().fit(X[train], y[train]).score(X[test], y[test]))
