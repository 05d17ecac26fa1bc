import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import Perceptron
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MaxAbsScaler


class Prep:
    """Scales; `fit` belongs to the training part."""

    def __init__(self):
        self.scaler = MaxAbsScaler()

    def fit_transform(self, frame):
        self.scaler.fit(frame)
        return self.transform(frame)

    def transform(self, frame):
        return self.scaler.transform(frame)


data = pd.read_csv("ledger.csv")
y = data.pop("fraud")
train, test, y_train, y_test = train_test_split(data, y, test_size=0.2, random_state=40)
prep = Prep()
train = prep.fit_transform(train)
test = prep.transform(test)
p = Perceptron(random_state=40).fit(train, y_train)
print(p.score(test, y_test), DummyClassifier().fit(train, y_train).score(test, y_test))
