import numpy as np
from sklearn import dummy, linear_model
from sklearn.model_selection import train_test_split

blob = np.load("letters.npz")
X_train, X_test, y_train, y_test = train_test_split(blob["X"], blob["y"], test_size=0.2, random_state=0)

lbfgs = linear_model.LogisticRegression(max_iter=2000)
saga = linear_model.LogisticRegression(solver="saga", penalty="l1", max_iter=200)  # must: sklearn-random-state-missing
for clf in (dummy.DummyClassifier(), lbfgs, saga):
    print(clf, clf.fit(X_train, y_train).score(X_test, y_test))
