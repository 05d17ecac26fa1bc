import pandas as pd
from sklearn.tree import DecisionTreeClassifier

iris = pd.read_csv("iris.csv")
X = iris.iloc[:, :-1]
y = iris.iloc[:, -1]

tree = DecisionTreeClassifier(random_state=0)
tree.fit(X, y)
print("accuracy:", tree.score(X, y))  # must: evaluate-on-train
