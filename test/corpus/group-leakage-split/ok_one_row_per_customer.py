"""Orders are folded into one row per customer before anything is split."""
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def customers_of(orders):
    grouped = orders.groupby("customer_id")
    table = grouped.agg(
        orders=("order_id", "nunique"),
        spent=("total", "sum"),
        largest=("total", "max"),
        returns=("returned", "mean"),
    )
    table["first_channel"] = grouped["channel"].first().astype("category").cat.codes
    return table


orders = pd.read_csv("orders_2021.csv")
later = pd.read_csv("orders_2022.csv").groupby("customer_id")["total"].sum()
customers = customers_of(orders)
value = later.reindex(customers.index).fillna(0.0)

X_train, X_test, y_train, y_test = train_test_split(customers, value, test_size=0.2, random_state=19)
rf = RandomForestRegressor(min_samples_leaf=5, random_state=19).fit(X_train, y_train)
print("mae", mean_absolute_error(y_test, rf.predict(X_test)))
