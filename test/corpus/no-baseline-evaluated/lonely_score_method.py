# %%
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

# %%
glass = pd.read_csv("glass.csv")
target = glass.pop("kind")
Xa, Xb, ya, yb = train_test_split(glass, target, test_size=0.2, random_state=14)

# %%
grid = GridSearchCV(SVC(), {"C": [1, 10, 100], "gamma": [0.01, 0.1, 1]}, cv=5)
grid.fit(Xa, ya)
print(grid.best_params_)

# %%
print("test accuracy:", grid.score(Xb, yb))  # must: no-baseline-evaluated
