"""Each row is one customer; the sign-up date only gives two columns."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, train_test_split

customers = pd.read_csv("customers.csv", parse_dates=["signup_date"])
customers["signup_month"] = customers["signup_date"].dt.month
customers["signup_weekday"] = customers["signup_date"].dt.dayofweek
customers = customers.drop(columns="signup_date")
customers = customers.sort_values("customer_number")

y = customers.pop("bought_insurance")
X = customers.drop(columns="customer_number")
X_fit, X_hold, y_fit, y_hold = train_test_split(X, y, test_size=0.2, stratify=y, random_state=0)

aucs = []
for a, b in StratifiedKFold(5, shuffle=True, random_state=0).split(X_fit, y_fit):
    model = RandomForestClassifier(random_state=0).fit(X_fit.iloc[a], y_fit.iloc[a])
    aucs.append(roc_auc_score(y_fit.iloc[b], model.predict_proba(X_fit.iloc[b])[:, 1]))
print("folds", aucs)
final = RandomForestClassifier(random_state=0).fit(X_fit, y_fit)
print("held out", roc_auc_score(y_hold, final.predict_proba(X_hold)[:, 1]))
