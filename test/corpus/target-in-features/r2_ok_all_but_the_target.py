import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import train_test_split

TARGET = "species"
penguins = pd.read_csv("penguins.csv")
inputs = [c for c in penguins.columns if c not in {TARGET, "rowid"}]
X = penguins[inputs].assign(island=lambda d: d["island"].astype("category").cat.codes)
X["sex"] = X["sex"].astype("category").cat.codes
y = penguins[TARGET]

X_a, X_b, y_a, y_b = train_test_split(X, y, stratify=y, random_state=44)
clf = HistGradientBoostingClassifier(random_state=44).fit(X_a, y_a)
print(clf.score(X_b, y_b))
