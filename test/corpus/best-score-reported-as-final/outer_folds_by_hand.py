"""Nested cross-validation by hand: the inner score is shown, the outer one is the result."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.svm import SVC

digits = load_digits()
X, y = digits.data / 16.0, digits.target
outer_scores = []
for fold, (fit_rows, test_rows) in enumerate(KFold(5, shuffle=True, random_state=2).split(X)):
    inner = GridSearchCV(SVC(), {"C": [1, 5, 25], "gamma": [0.01, 0.05, 0.2]}, cv=KFold(3, shuffle=True, random_state=2))
    inner.fit(X[fit_rows], y[fit_rows])
    outer_scores.append(inner.score(X[test_rows], y[test_rows]))
    print(f"fold {fold}: inner {inner.best_score_:.3f} with {inner.best_params_}, outer {outer_scores[-1]:.3f}")
print(f"accuracy {np.mean(outer_scores):.3f} +- {np.std(outer_scores):.3f}")
