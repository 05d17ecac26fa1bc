import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVC

data = load_breast_cancer()
X, y = data.data, data.target

X_minmax = MinMaxScaler().fit_transform(X)  # must: fit-before-split

cv = StratifiedKFold(n_splits=10, shuffle=True, random_state=42)
for kernel in ("linear", "rbf", "poly"):
    scores = cross_val_score(SVC(kernel=kernel), X_minmax, y, cv=cv, scoring="accuracy")
    print(f"{kernel:8s} {scores.mean():.3f} +- {scores.std():.3f}")

print("dummy", np.mean(cross_val_score(DummyClassifier(), X, y, cv=cv)))
