"""The rows are drawn first, but the scaler still sees all of them."""
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X = np.load("embeddings.npy")
y = np.load("labels.npy")
train_idx, test_idx = train_test_split(np.arange(len(X)), test_size=0.2, random_state=6, stratify=y)

X = StandardScaler().fit_transform(X)  # must: fit-before-split
clf = LogisticRegression(max_iter=1000).fit(X[train_idx], y[train_idx])
print(clf.score(X[test_idx], y[test_idx]))
print(DummyClassifier().fit(X[train_idx], y[train_idx]).score(X[test_idx], y[test_idx]))
