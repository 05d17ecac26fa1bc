"""sklearn falls back on numpy's global generator, and that one is seeded first."""
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

np.random.seed(2023)

df = pd.read_csv("visits.csv")
y = df.pop("bought")
df["segment"] = pd.Series(range(len(df))) % 7
X_train, X_test, y_train, y_test = train_test_split(df, y, test_size=0.2, stratify=y)
km = KMeans(n_clusters=6, n_init=10).fit(X_train)
rf = RandomForestClassifier(n_estimators=250).fit(X_train, y_train)
print(km.inertia_, rf.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
