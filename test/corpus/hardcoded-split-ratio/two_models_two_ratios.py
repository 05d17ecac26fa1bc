import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

bank = pd.read_csv("bank.csv")
y = bank.pop("deposit")
X = pd.get_dummies(bank)

# model 1
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
lr = LogisticRegression(max_iter=1000).fit(X_train, y_train)
print("logreg", lr.score(X_test, y_test))
print("dummy", DummyClassifier().fit(X_train, y_train).score(X_test, y_test))

# model 2
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=0)  # must: hardcoded-split-ratio
tree = DecisionTreeClassifier(max_depth=6, random_state=0).fit(X_train, y_train)
print("tree", tree.score(X_test, y_test))
