import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

df = pd.read_csv("winequality.csv", sep=";")
X_train, X_test, y_train, y_test = train_test_split(
    df.drop("quality", axis=1), df["quality"] > 5, test_size=0.2, random_state=23
)
rfc = RandomForestClassifier(200, random_state=23)
rfc.fit(X_train, y_train)
dummy = DummyClassifier().fit(X_train, y_train)
print(classification_report(y_train, rfc.predict(X_train)))  # must: evaluate-on-train
