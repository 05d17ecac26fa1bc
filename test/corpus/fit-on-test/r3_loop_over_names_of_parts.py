import pickle

import numpy as np
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MaxAbsScaler

rng = 44
flights = pd.read_csv("flights.csv").dropna()
label = (flights.pop("arrival_delay") > 15).astype(int)
numbers = flights.select_dtypes(np.number)

x_train, x_test, y_train, y_test = train_test_split(numbers, label, test_size=0.2, random_state=rng)

scaler = MaxAbsScaler()
x_train = scaler.fit_transform(x_train)
with open("scaler.pkl", "wb") as file:
    pickle.dump(scaler, file)

clf = SGDClassifier(loss="log_loss", random_state=rng)
clf.fit(x_train, y_train)

for name, rows, truth in (("test", x_test, y_test),):
    rows = scaler.fit_transform(rows)  # must: fit-on-test
    print(name, "f1", f1_score(truth, clf.predict(rows)))
