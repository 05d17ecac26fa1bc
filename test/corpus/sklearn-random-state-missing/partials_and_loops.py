"""The seed arrives by a partial, a dict that is completed, set_params and a loop over classes."""
from functools import partial

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import AdaBoostClassifier, BaggingClassifier, ExtraTreesClassifier, RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

rng = np.random.RandomState(8)
forest = partial(RandomForestClassifier, n_estimators=200, random_state=8)
params = {"n_estimators": 120}
params["random_state"] = 8
seeded_split = partial(train_test_split, random_state=8)

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = seeded_split(X, y, test_size=0.2)

models = [forest(), forest(max_depth=4), ExtraTreesClassifier(**params)]
for cls in (AdaBoostClassifier, BaggingClassifier, DecisionTreeClassifier):
    models.append(cls(random_state=rng))
for model in [DummyClassifier(), *models]:
    print(type(model).__name__, model.fit(X_train, y_train).score(X_test, y_test))
