"""Orders are summed up first, so a customer is one row and the random split is honest."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

orders = pd.read_csv("orders.csv", parse_dates=["ordered"])
people = orders.groupby("customer_id").agg(
    n=("order_id", "count"), spent=("total", "sum"), returned=("returned", "mean"), vip=("vip", "max")
)
X_a, X_b, v_a, v_b = train_test_split(people.drop(columns="vip"), people["vip"], stratify=people["vip"], random_state=6)
rf = RandomForestClassifier(random_state=6).fit(X_a, v_a)
print(rf.score(X_b, v_b))
