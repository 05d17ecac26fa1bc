import numpy as np
from sklearn.impute import KNNImputer
from sklearn.svm import SVC


def load(path="features.npz"):
    blob = np.load(path)
    return blob["x"], blob["y"]


rng = np.random.default_rng(5)
x, y = load()
x = KNNImputer(n_neighbors=3).fit_transform(x)  # must: fit-before-split

order = rng.permutation(len(x))
cut = int(0.75 * len(x))
train_idx, test_idx = order[:cut], order[cut:]

clf = SVC(C=10, gamma="scale")
clf.fit(x[train_idx], y[train_idx])
acc = clf.score(x[test_idx], y[test_idx])
majority = np.bincount(y[train_idx]).argmax()
print(f"svc {acc:.3f} majority {np.mean(y[test_idx] == majority):.3f}")
