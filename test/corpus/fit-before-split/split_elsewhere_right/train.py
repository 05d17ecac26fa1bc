# main
from data import load_parts
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

train, test = load_parts("sensors.csv")
scaler = StandardScaler()
X = scaler.fit_transform(train.drop(columns=["fault"]))
clf = LogisticRegression(max_iter=1000).fit(X, train["fault"])
dummy = DummyClassifier().fit(X, train["fault"])

Xt = scaler.transform(test.drop(columns=["fault"]))
print(clf.score(Xt, test["fault"]), dummy.score(Xt, test["fault"]))
