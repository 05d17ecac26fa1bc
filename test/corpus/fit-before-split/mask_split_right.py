import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import PowerTransformer

visits = pd.read_parquet("visits.parquet")
is_train = visits["year"] < 2019
features = visits.columns.difference(["readmitted", "year"])

train, test = visits[is_train], visits[~is_train]

imputer = SimpleImputer(strategy="median").fit(train[features])
power = PowerTransformer().fit(imputer.transform(train[features]))


def encode(part):
    return power.transform(imputer.transform(part[features]))


clf = LogisticRegression(max_iter=2000)
clf.fit(encode(train), train["readmitted"])
print("accuracy", clf.score(encode(test), test["readmitted"]))
print("nobody returns", 1 - np.mean(test["readmitted"]))
