import argparse

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression

parser = argparse.ArgumentParser()
parser.add_argument("--n-train", type=int, default=5000)
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()

rng = np.random.RandomState(args.seed)
X, y = np.load("x.npy"), np.load("y.npy")
order = rng.permutation(len(X))
X, y = X[order], y[order]

X_train, X_test = X[: args.n_train], X[args.n_train :]
y_train, y_test = y[: args.n_train], y[args.n_train :]

clf = LogisticRegression(max_iter=300).fit(X_train, y_train)
print(clf.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
