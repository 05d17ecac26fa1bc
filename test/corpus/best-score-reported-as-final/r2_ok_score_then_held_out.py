import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.metrics import r2_score

X, y = np.load("emissions_x.npy"), np.load("emissions_y.npy")
X_fit, X_out, y_fit, y_out = train_test_split(X, y, random_state=88)
search = GridSearchCV(Ridge(), {"alpha": np.logspace(-3, 3, 13)}, cv=10).fit(X_fit, y_fit)
print("while tuning: %.3f with %s" % (search.best_score_, search.best_params_))
print("final result: %.3f" % r2_score(y_out, search.predict(X_out)))
