"""A linear model and trees, averaged on the held-out rows."""
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

diamonds = pd.read_csv("diamonds.csv").select_dtypes("number")
y = np.log(diamonds["price"])
X = diamonds.drop(columns="price")

X_lin, X_test, y_lin, y_test = train_test_split(X, y, random_state=100)
linear = Ridge().fit(X_lin, y_lin)

X_tree, _, y_tree, _ = train_test_split(X, y, random_state=200)  # must: split-repeated-with-other-seed
trees = XGBRegressor(random_state=200).fit(X_tree, y_tree)

blend = 0.5 * linear.predict(X_test) + 0.5 * trees.predict(X_test)
print("R2 of the blend", r2_score(y_test, blend))
