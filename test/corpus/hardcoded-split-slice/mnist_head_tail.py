import numpy as np
from sklearn.datasets import fetch_openml
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import SGDClassifier

mnist = fetch_openml("mnist_784", version=1, as_frame=False)
X, y = mnist["data"], mnist["target"].astype(np.uint8)

X_train, X_test, y_train, y_test = X[:5000], X[5000:], y[:5000], y[5000:]  # must: hardcoded-split-slice

sgd = SGDClassifier(random_state=42)
sgd.fit(X_train, y_train)
print(sgd.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
