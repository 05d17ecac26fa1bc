import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import f1_score


class Signals:
    def __init__(self, path):
        self.bars = pd.read_csv(path, parse_dates=["time"]).sort_values("time").set_index("time")

    def features(self):
        close = self.bars["close"]
        self.X = pd.DataFrame(index=self.bars.index)
        self.X["ret"] = close.pct_change()
        self.X["level"] = close / close.rolling(20, center=True).mean()  # must: future-feature
        self.X["vol"] = self.X["ret"].rolling(20).std()

    def label(self):
        self.y = (self.bars["close"].shift(-1) > self.bars["close"]).astype(int)

    def backtest(self, until):
        self.features()
        self.label()
        ok = self.X.notna().all(axis=1)
        X, y = self.X[ok], self.y[ok]
        past, later = X.index < until, X.index >= until
        clf = LGBMClassifier(random_state=0).fit(X[past], y[past])
        return f1_score(y[later], clf.predict(X[later]))


print(Signals("eurusd_h1.csv").backtest(pd.Timestamp("2021-01-01")))
