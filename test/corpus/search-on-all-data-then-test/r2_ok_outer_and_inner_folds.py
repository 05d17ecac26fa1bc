import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold

X, y = np.load("mri_x.npy"), np.load("mri_y.npy")
outer = StratifiedKFold(5, shuffle=True, random_state=1)
inner = StratifiedKFold(4, shuffle=True, random_state=2)
scores, chosen = [], []
for fit, out in outer.split(X, y):
    search = GridSearchCV(LogisticRegression(max_iter=5000), {"C": np.logspace(-3, 2, 6)}, cv=inner, scoring="roc_auc")
    search.fit(X[fit], y[fit])
    scores.append(search.score(X[out], y[out]))
    chosen.append(search.best_params_["C"])
print(np.mean(scores), chosen)
