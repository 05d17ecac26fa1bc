"""Mean of inputs by group, counts by group: no target in them."""
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

rents = pd.read_csv("rents.csv")
by_district = rents.groupby("district")
rents["district_area"] = by_district["area"].transform("mean")
rents["district_flats"] = by_district["area"].transform("count")
rents["distance_rank"] = by_district["distance"].rank()
print(by_district["rent"].mean().sort_values())

y = rents["rent"]
X = rents[["area", "rooms", "distance", "district_area", "district_flats", "distance_rank"]]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=27)
model = RandomForestRegressor(random_state=27).fit(X_train, y_train)
print("mae", mean_absolute_error(y_test, model.predict(X_test)))
