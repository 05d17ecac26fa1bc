import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import median_absolute_error
from sklearn.model_selection import train_test_split


def calendar(homes):
    sold = pd.to_datetime(homes["sold_on"])
    return homes.assign(month=sold.dt.month, age=sold.dt.year - homes["built"]).drop(columns=["sold_on"])


homes = calendar(pd.read_csv("homes.csv"))
price = homes.pop("price")
X_train, X_test, y_train, y_test = train_test_split(homes, price, test_size=0.2, random_state=24)
forest = RandomForestRegressor(400, random_state=24).fit(X_train, y_train)
print(median_absolute_error(y_test, forest.predict(X_test)))
