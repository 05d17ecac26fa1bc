import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import PowerTransformer

np.random.seed(11)
visits = pd.read_parquet("visits.parquet")
features = list(visits.columns.difference(["readmitted"]))

visits.loc[:, features] = PowerTransformer().fit_transform(visits[features])  # must: fit-before-split

mask = np.random.rand(len(visits)) < 0.8
train, test = visits[mask], visits[~mask]

clf = LogisticRegression(max_iter=2000)
clf.fit(train[features], train["readmitted"])
print("accuracy", clf.score(test[features], test["readmitted"]))
print("nobody returns", 1 - np.mean(test["readmitted"]))
