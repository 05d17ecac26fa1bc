import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
y = df.pop("churn")
X = pd.get_dummies(df)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

rf = RandomForestClassifier(n_estimators=300, random_state=0)
rf.fit(X_train, y_train)
y_pred = rf.predict(X_test)
print("accuracy", accuracy_score(y_test, y_pred))  # must: no-baseline-evaluated
print("f1", f1_score(y_test, y_pred))
print(confusion_matrix(y_test, y_pred))
