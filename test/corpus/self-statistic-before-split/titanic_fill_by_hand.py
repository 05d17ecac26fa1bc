"""Titanic notebook, exported: fill the holes, encode, fit a forest."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("titanic.csv")
df = df.drop(columns=["Name", "Ticket", "Cabin", "PassengerId"])
print(df.isna().sum())

df["Age"].fillna(df["Age"].median(), inplace=True)  # must: self-statistic-before-split
df["Embarked"] = df["Embarked"].fillna("S")
df["Sex"] = (df["Sex"] == "female").astype(int)
df = pd.get_dummies(df, columns=["Embarked"], dtype=int)

X = df.drop("Survived", axis=1)
y = df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

forest = RandomForestClassifier(n_estimators=300, random_state=42)
forest.fit(X_train, y_train)
print("accuracy", accuracy_score(y_test, forest.predict(X_test)))
print("all died", 1 - y_test.mean())
