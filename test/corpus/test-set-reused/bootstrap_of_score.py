import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split

METRICS = {"accuracy": accuracy_score, "f1": f1_score}


def interval(y, predicted, metric, rounds=1000, seed=0):
    """The 95 % interval of a score, by drawing the test rows again and again."""
    rng = np.random.default_rng(seed)
    y, predicted = np.asarray(y), np.asarray(predicted)
    found = []
    for _ in range(rounds):
        rows = rng.integers(0, len(y), len(y))
        found.append(metric(y[rows], predicted[rows]))
    low, high = np.percentile(found, [2.5, 97.5])
    return low, high


def main():
    spam = pd.read_csv("spambase.csv")
    X_train, X_test, y_train, y_test = train_test_split(
        spam.drop(columns="is_spam"), spam["is_spam"], test_size=0.25, random_state=9
    )
    clf = RandomForestClassifier(n_estimators=300, random_state=9).fit(X_train, y_train)
    answers = clf.predict(X_test)
    for name, metric in METRICS.items():
        print(name, metric(y_test, answers), interval(y_test, answers, metric))
    print("auc", roc_auc_score(y_test, clf.predict_proba(X_test)[:, 1]))


main()
