import numpy as np
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression

table = np.loadtxt("airfoil.dat")

train_x, train_y = table[:1100, :5], table[:1100, 5]  # must: hardcoded-split-slice
test_x, test_y = table[1100:, :5], table[1100:, 5]

ols = LinearRegression().fit(train_x, train_y)
print(ols.score(test_x, test_y), DummyRegressor().fit(train_x, train_y).score(test_x, test_y))
