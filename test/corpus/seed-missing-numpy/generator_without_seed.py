"""Bootstrap of the test error."""
import numpy as np
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB


def main():
    df = pd.read_csv("seeds.csv")
    y = df.pop("variety").to_numpy()
    X_train, X_test, y_train, y_test = train_test_split(df.to_numpy(), y, test_size=0.3, random_state=0)
    model = GaussianNB().fit(X_train, y_train)
    rng = np.random.default_rng()  # must: seed-missing-numpy
    scores = []
    for _ in range(1000):
        pick = rng.integers(0, len(y_test), len(y_test))
        scores.append(model.score(X_test[pick], y_test[pick]))
    print(np.percentile(scores, [2.5, 50, 97.5]))
    print(DummyClassifier().fit(X_train, y_train).score(X_test, y_test))


if __name__ == "__main__":
    main()
