"""Both scores, to see how much the forest overfits."""
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("housing.csv").dropna()
y = df.pop("price")
X_train, X_test, y_train, y_test = train_test_split(df, y, test_size=0.2, random_state=1)

for depth in (2, 4, 8, 16):
    rf = RandomForestRegressor(max_depth=depth, random_state=1).fit(X_train, y_train)
    train_mae = mean_absolute_error(y_train, rf.predict(X_train))
    test_mae = mean_absolute_error(y_test, rf.predict(X_test))
    print(f"{depth:3d} train {train_mae:.2f} test {test_mae:.2f}")
print("mean", mean_absolute_error(y_test, DummyRegressor().fit(X_train, y_train).predict(X_test)))
