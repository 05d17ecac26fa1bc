import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB


def one_run(X, y, seed):
    X_a, X_b, y_a, y_b = train_test_split(X, y, stratify=y, random_state=seed)
    return roc_auc_score(y_b, GaussianNB().fit(X_a, y_a).predict_proba(X_b)[:, 1])


X, y = np.load("thyroid_x.npy"), np.load("thyroid_y.npy")
first, second = one_run(X, y, 0), one_run(X, y, 1)
many = [one_run(X, y, s) for s in range(2, 30)]
print(first, second, np.mean(many), np.std(many))
