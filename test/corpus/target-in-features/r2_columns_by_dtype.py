import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

cars = pd.read_csv("used_cars.csv")
numeric = cars.select_dtypes(include="number").columns
X = cars[numeric]  # must: target-in-features
y = cars["price"]
cars["price"].describe()

X_train, X_test, y_train, y_test = train_test_split(X.fillna(-1), y, random_state=14)
rf = RandomForestRegressor(n_estimators=200, random_state=14).fit(X_train, y_train)
print("R2", rf.score(X_test, y_test))
