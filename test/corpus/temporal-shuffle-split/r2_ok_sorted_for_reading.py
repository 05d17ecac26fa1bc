"""Customers, one row each; lags are columns that the data warehouse made long before."""
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

customers = pd.read_csv("customers.csv", parse_dates=["joined"])
customers["days"] = (pd.Timestamp("2024-01-01") - customers["joined"]).dt.days
columns = ["days", "orders", "basket", "complaints"]
cv = StratifiedKFold(5, shuffle=True, random_state=2)
model = GradientBoostingClassifier(random_state=2)
p = cross_val_predict(model, customers[columns], customers["churned"], cv=cv, method="predict_proba")[:, 1]
print(roc_auc_score(customers["churned"], p))
print(customers.assign(p=p).sort_values("p", ascending=False)[["name", "p"]].head(20))
