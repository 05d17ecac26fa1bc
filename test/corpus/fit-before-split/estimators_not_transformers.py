"""Outlier filter and target statistics before a split: estimators are fitted, no transformer leaks."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import FunctionTransformer, Normalizer, PolynomialFeatures

raw = pd.read_csv("plants.csv")
y = raw.pop("species")

# Each row is scaled by itself and these learn nothing from the other rows.
X = Normalizer().fit_transform(raw)
X = PolynomialFeatures(degree=2).fit_transform(X)
X = FunctionTransformer(abs).fit_transform(X)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=2, stratify=y)
lr = LogisticRegression(max_iter=3000).fit(X_train, y_train)
rf = RandomForestClassifier(random_state=2).fit(X_train, y_train)
print(lr.score(X_test, y_test), rf.score(X_test, y_test))

imp = permutation_importance(rf, X_test, y_test, random_state=2)
print(imp.importances_mean.round(3))
