"""Two models, two views of the rows; each is scored on its own view."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
from sklearn.svm import SVC

rice = pd.read_csv("rice.csv")
y = rice.pop("variety")
X_train, X_test, y_train, y_test = train_test_split(rice, y, test_size=0.2, random_state=3)

scaler = RobustScaler()
X_train_s = scaler.fit_transform(X_train)
X_test_s = scaler.transform(X_test)

forest = RandomForestClassifier(random_state=3).fit(X_train, y_train)
svm = SVC().fit(X_train_s, y_train)
print("forest", accuracy_score(y_test, forest.predict(X_test)))
print("svm", accuracy_score(y_test, svm.predict(X_test_s)))
