"""The file says which rows are for what; two tables share a scaler class but no data."""
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

catalogue = pd.read_csv("catalogue.csv", index_col="item")
# The catalogue is complete and the same at any time: nobody predicts it.
catalogue[["weight", "size"]] = StandardScaler().fit_transform(catalogue[["weight", "size"]])
catalogue.to_csv("catalogue_scaled.csv")

orders = pd.read_csv("orders.csv")
train = orders[orders["split"] == "train"]
test = orders[orders["split"] == "test"]
cols = ["amount", "hour"]
sc = StandardScaler()
A = sc.fit_transform(train[cols])
B = sc.transform(test[cols])
lr = LogisticRegression().fit(A, train["returned"])
print(lr.score(B, test["returned"]), DummyClassifier().fit(A, train["returned"]).score(B, test["returned"]))
