"""A slip of one word: the second model learns from the test part."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

mush = pd.get_dummies(pd.read_csv("mushrooms.csv"), drop_first=True)
labels = mush.pop("class_p")
X_train, X_test, y_train, y_test = train_test_split(mush, labels, test_size=0.3, random_state=77)

stump = DecisionTreeClassifier(max_depth=1, random_state=77)
stump.fit(X_train, y_train)
forest = RandomForestClassifier(random_state=77)
forest.fit(X_test, y_test)  # must: fit-on-test

print("stump", balanced_accuracy_score(y_test, stump.predict(X_test)))
print("forest", balanced_accuracy_score(y_test, forest.predict(X_test)))
