# main
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.impute import SimpleImputer
from sklearn.tree import DecisionTreeClassifier

from parts import split_xy

arrays = np.load("measurements.npz")
first, second, y_first, y_second = split_xy(arrays["X"], arrays["y"])

imputer = SimpleImputer(strategy="mean")
first = imputer.fit_transform(first)
second = imputer.fit_transform(second)  # must: fit-on-test

tree = DecisionTreeClassifier(max_depth=5, random_state=0).fit(first, y_first)
print(tree.score(second, y_second))
print(DummyClassifier().fit(first, y_first).score(second, y_second))
