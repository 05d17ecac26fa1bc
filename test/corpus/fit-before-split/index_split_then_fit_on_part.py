"""The whole array is transformed, by a scaler that has seen the training rows alone."""
import numpy as np
from sklearn.decomposition import PCA
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X = np.load("embeddings.npy")
y = np.load("labels.npy")
train_idx, test_idx = train_test_split(np.arange(len(X)), test_size=0.2, random_state=6, stratify=y)

scaler = StandardScaler()
scaler.fit(X[train_idx])
X = scaler.transform(X)
pca = PCA(n_components=20, svd_solver="full").fit(X[train_idx])
X = pca.transform(X)

clf = LogisticRegression(max_iter=1000).fit(X[train_idx], y[train_idx])
print(clf.score(X[test_idx], y[test_idx]))
print(DummyClassifier().fit(X[train_idx], y[train_idx]).score(X[test_idx], y[test_idx]))
