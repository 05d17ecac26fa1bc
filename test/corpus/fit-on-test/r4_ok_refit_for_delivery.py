import joblib
import pandas as pd
from sklearn.base import clone
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import TargetEncoder

TEMPLATE = Pipeline([
    ("encode", TargetEncoder(random_state=3)),
    ("trees", ExtraTreesRegressor(n_estimators=500, random_state=3)),
])


def measure(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=3)
    candidate = clone(TEMPLATE).fit(X_train, y_train)
    return mean_absolute_percentage_error(y_test, candidate.predict(X_test))


def deliver(X, y, path):
    joblib.dump(clone(TEMPLATE).fit(X, y), path)


orders = pd.read_csv("orders.csv")
minutes = orders.pop("minutes")
places = orders[["city", "zone", "courier_type"]]
print("MAPE", measure(places, minutes))
deliver(places, minutes, "eta.joblib")
