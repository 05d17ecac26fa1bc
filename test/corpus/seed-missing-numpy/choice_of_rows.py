# Active learning: the first batch to label is chosen by chance.
import numpy as np
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

pool = pd.read_csv("pool.csv")
labels = pool.pop("label").to_numpy()
X_pool, X_test, y_pool, y_test = train_test_split(pool.to_numpy(), labels, test_size=0.2, random_state=0)

known = np.random.choice(len(X_pool), size=50, replace=False)  # must: seed-missing-numpy
for round_number in range(10):
    clf = LogisticRegression(max_iter=1000).fit(X_pool[known], y_pool[known])
    print(round_number, len(known), clf.score(X_test, y_test))
    margin = np.abs(clf.predict_proba(X_pool)[:, 0] - 0.5)
    margin[known] = 1.0
    known = np.concatenate([known, np.argsort(margin)[:20]])
print(DummyClassifier().fit(X_pool, y_pool).score(X_test, y_test))
