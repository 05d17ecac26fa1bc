import pandas as pd
from catboost import CatBoostRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

AGGREGATES = {"amount": ["sum", "mean", "max"], "order_id": ["nunique"], "discount": ["mean"]}


def per_customer(orders):
    wide = orders.groupby("customer_id").agg(AGGREGATES)
    wide.columns = ["_".join(c) for c in wide.columns]
    return wide


def main():
    orders = pd.read_parquet("orders_first_half.parquet")
    value = pd.read_parquet("value_second_half.parquet").set_index("customer_id")["value"]
    table = per_customer(orders).join(value, how="inner")
    train, test = train_test_split(table, test_size=0.2, random_state=9)
    columns = [c for c in table.columns if c != "value"]
    model = CatBoostRegressor(random_seed=9, verbose=0).fit(train[columns], train["value"])
    print(mean_absolute_error(test["value"], model.predict(test[columns])))


if __name__ == "__main__":
    main()
