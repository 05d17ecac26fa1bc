"""Repeated rows are counted and left out with the mask; the index names are counted too."""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

raw = pd.read_csv("applications.csv", index_col="application")
mask = raw.duplicated(keep="first")
print(mask.sum(), "repeated applications")
rows = raw[~mask]
print("repeated column names:", rows.columns.duplicated().any())

X = rows[["income", "debt", "years_employed"]]
X_train, X_test, y_train, y_test = train_test_split(X, rows["granted"], test_size=0.25, random_state=7)
model = LogisticRegression(max_iter=1000).fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
