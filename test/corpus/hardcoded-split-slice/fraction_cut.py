import random

import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.naive_bayes import GaussianNB

random.seed(1)
rows = pd.read_csv("banknotes.csv").values.tolist()
random.shuffle(rows)

n = int(len(rows) * 0.8)
train, test = rows[:n], rows[n:]
X_train, y_train = [r[:4] for r in train], [r[4] for r in train]
X_test, y_test = [r[:4] for r in test], [r[4] for r in test]

nb = GaussianNB().fit(X_train, y_train)
print(nb.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
