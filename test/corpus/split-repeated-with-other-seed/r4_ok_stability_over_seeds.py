import numpy as np
import pandas as pd
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR


def one_run(X, y, seed):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=seed)
    return r2_score(y_test, SVR(C=10.0).fit(X_train, y_train).predict(X_test))


fish = pd.read_csv("fish.csv")
weight = fish.pop("weight")
scores = np.array([one_run(fish, weight, seed) for seed in range(20)])
print(f"R2 {scores.mean():.3f} +- {scores.std(ddof=1):.3f} over 20 splits")
