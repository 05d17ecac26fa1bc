import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("/home/marta/projects/churn/data/churn.csv")  # must: hardcoded-absolute-path
y = df.pop("churn")
X_train, X_test, y_train, y_test = train_test_split(df, y, test_size=0.2, random_state=0)
clf = LogisticRegression(max_iter=500).fit(X_train, y_train)
print(clf.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
