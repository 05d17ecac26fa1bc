"""Used cars: the mean price of the model as a feature."""
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
cars = cars.query("price > 500 and year >= 1995").copy()

for column in ["manufacturer", "model", "region"]:
    means = cars.groupby(column)["price"].mean()  # must: target-encoding-before-split
    cars[column + "_te"] = cars[column].map(means)

features = ["year", "odometer", "manufacturer_te", "model_te", "region_te"]
X_train, X_test, y_train, y_test = train_test_split(
    cars[features], cars["price"], test_size=0.2, random_state=33
)
gbr = GradientBoostingRegressor(n_estimators=400, random_state=33).fit(X_train, y_train)
print("mae", mean_absolute_error(y_test, gbr.predict(X_test)))
