"""Slices with literal numbers that cut columns, strings, sequences and windows, never parts."""
import numpy as np
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

raw = pd.read_csv("sonar.csv", header=None)
X = raw.iloc[:, :60].to_numpy()
y = raw.iloc[:, 60]
low, high = X[:, :30], X[:, 30:]
X = np.hstack([X, low.mean(axis=1, keepdims=True), high.mean(axis=1, keepdims=True)])

run_name = "sonar-random-forest-baseline"
short, rest = run_name[:5], run_name[5:]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=3, stratify=y)
rf = RandomForestClassifier(random_state=3).fit(X_train, y_train)
print(short, rest, rf.score(X_test, y_test))
print(sorted(rf.feature_importances_)[-10:])
print(DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
