"""Reused names: after the split the short names mean the training part, and the score is of the other."""
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

X = pd.read_csv("x.csv")
y = pd.read_csv("y.csv")["y"]
train, test, y, y_test = train_test_split(X, y, test_size=0.3, random_state=2)

X = train
clf = RidgeClassifier().fit(X, y)
dummy = DummyClassifier().fit(X, y)

X = test
print(accuracy_score(y_test, clf.predict(X)), accuracy_score(y_test, dummy.predict(X)))
