"""Sales of houses: independent objects, each sold once; the year is one of the inputs."""
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

houses = pd.read_csv("sales.csv", parse_dates=["date_sold"])
houses["year_sold"] = houses["date_sold"].dt.year
houses["age"] = houses["year_sold"] - houses["year_built"]
X = houses[["area", "rooms", "age", "year_sold"]]
X_train, X_test, y_train, y_test = train_test_split(X, houses["price"], random_state=30)
rf = RandomForestRegressor(random_state=30).fit(X_train, y_train)
print(rf.score(X_test, y_test))
