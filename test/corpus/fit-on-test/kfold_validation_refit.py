import numpy as np
import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

table = pd.read_csv("abalone.csv")
y = table.pop("rings").to_numpy()
X = table.select_dtypes("number").to_numpy()

kf = KFold(n_splits=5, shuffle=True, random_state=50)
scores = []
for train_index, test_index in kf.split(X):
    scaler = StandardScaler()
    X_train = scaler.fit_transform(X[train_index])
    X_test = scaler.fit_transform(X[test_index])  # must: fit-on-test
    model = SGDRegressor(random_state=1)
    model.fit(X_train, y[train_index])
    floor = mean_absolute_error(y[test_index], np.full(len(test_index), np.median(y[train_index])))
    scores.append((mean_absolute_error(y[test_index], model.predict(X_test)), floor))
print(np.mean(scores, axis=0))
