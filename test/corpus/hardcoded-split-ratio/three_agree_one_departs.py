"""Compare models on the same table, each in a function of its own."""
import numpy as np
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

data = np.load("energy.npz")
X, y = data["X"], data["y"]


def run_ridge():
    a, b, ya, yb = train_test_split(X, y, test_size=0.2, random_state=1)
    return Ridge().fit(a, ya).score(b, yb)


def run_knn():
    a, b, ya, yb = train_test_split(X, y, test_size=0.2, random_state=1)
    return KNeighborsRegressor().fit(a, ya).score(b, yb)


def run_forest():
    a, b, ya, yb = train_test_split(X, y, test_size=0.33, random_state=1)  # must: hardcoded-split-ratio
    return RandomForestRegressor(random_state=1).fit(a, ya).score(b, yb)


def run_mean():
    a, b, ya, yb = train_test_split(X, y, test_size=0.2, random_state=1)
    return DummyRegressor().fit(a, ya).score(b, yb)


for f in (run_ridge, run_knn, run_forest, run_mean):
    print(f.__name__, f())
