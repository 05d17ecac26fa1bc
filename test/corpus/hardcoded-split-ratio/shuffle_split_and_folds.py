import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import ShuffleSplit, cross_val_score, learning_curve, train_test_split

df = pd.read_csv("bikes.csv")
y = df.pop("count")
X_dev, X_test, y_dev, y_test = train_test_split(df, y, test_size=0.2, random_state=0)

# Inside the development part the draws are smaller, and the curve asks for shares by its nature.
cv = ShuffleSplit(n_splits=10, test_size=0.1, random_state=0)
print(cross_val_score(Ridge(), X_dev, y_dev, cv=cv).mean())
sizes, _, valid = learning_curve(Ridge(), X_dev, y_dev, train_sizes=[0.1, 0.33, 0.55, 1.0], cv=cv)
print(dict(zip(sizes, valid.mean(axis=1))))
print(Ridge().fit(X_dev, y_dev).score(X_test, y_test), DummyRegressor().fit(X_dev, y_dev).score(X_test, y_test))
