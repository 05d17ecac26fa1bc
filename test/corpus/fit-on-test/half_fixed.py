import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("Social_Network_Ads.csv")
X = df.iloc[:, [2, 3]].values
y = df.iloc[:, 4].values

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)

sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.fit_transform(X_test)  # must: fit-on-test

classifier = SVC(kernel="rbf")
classifier.fit(X_train, y_train)
print(classifier.score(X_test, y_test))
print(DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
