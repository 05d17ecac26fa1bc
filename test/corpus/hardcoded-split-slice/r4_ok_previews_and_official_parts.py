import numpy as np
from scipy.io import arff
import pandas as pd
from sklearn.linear_model import RidgeClassifierCV
from sklearn.metrics import accuracy_score


def read(name, part):
    rows, _ = arff.loadarff(f"ucr/{name}_{part}.arff")
    table = pd.DataFrame(rows)
    return table.iloc[:, :-1].to_numpy(), table.iloc[:, -1].astype(int).to_numpy()


for name in ("GunPoint", "Coffee"):
    X_train, y_train = read(name, "TRAIN")
    X_test, y_test = read(name, "TEST")
    print(name, X_train[:3, :5], y_train[:10])
    model = RidgeClassifierCV(np.logspace(-3, 3, 10)).fit(X_train, y_train)
    print(accuracy_score(y_test, model.predict(X_test)))
