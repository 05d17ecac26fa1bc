# main
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from splits import make_parts


def main():
    df = pd.read_csv("sensors.csv")
    y = df["fault"]
    scaler = StandardScaler()
    X = scaler.fit_transform(df.drop(columns=["fault"]))  # must: fit-before-split
    (X_train, y_train), (X_val, y_val), (X_test, y_test) = make_parts(X, y, 0.2, seed=1)
    best, best_score = None, -1.0
    for C in (0.1, 1.0, 10.0):
        m = LogisticRegression(C=C, max_iter=1000).fit(X_train, y_train)
        score = m.score(X_val, y_val)
        if score > best_score:
            best, best_score = m, score
    print("test", best.score(X_test, y_test))
    print("dummy", DummyClassifier().fit(X_train, y_train).score(X_test, y_test))


if __name__ == "__main__":
    main()
