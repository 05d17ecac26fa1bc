import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

heart = pd.read_csv("heart.csv")
heart["sex"] = heart["sex"].map({"M": 1, "F": 0})

y = heart["disease"]
heart.drop(columns=["disease"])
X = heart.to_numpy()  # must: target-in-features

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
rf = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(accuracy_score(y_test, rf.predict(X_test)))
