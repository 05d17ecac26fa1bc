from dataclasses import dataclass
from typing import Optional

import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import AdaBoostClassifier, BaggingClassifier
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.utils import resample, shuffle


@dataclass
class Runner:
    path: str
    seed: Optional[int] = 3

    def parts(self):
        df = shuffle(pd.read_csv(self.path), random_state=self.seed)
        y = df.pop("y").to_numpy()
        X = df.to_numpy()
        splitter = StratifiedShuffleSplit(1, test_size=0.2, random_state=self.seed)
        train, test = next(splitter.split(X, y))
        return X[train], X[test], y[train], y[test]

    def run(self):
        X, X_test, y, y_test = self.parts()
        Xb, yb = resample(X, y)  # must: sklearn-random-state-missing
        ada = AdaBoostClassifier(random_state=self.seed).fit(Xb, yb)
        bag = BaggingClassifier(random_state=self.seed).fit(X, y)
        return ada.score(X_test, y_test), bag.score(X_test, y_test), DummyClassifier().fit(X, y).score(X_test, y_test)


if __name__ == "__main__":
    print(Runner("y.csv").run())
