import argparse

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import TimeSeriesSplit


class PumpFeatures:
    def __init__(self, sensors):
        self.sensors = sensors

    def transform(self, log):
        log = log.sort_values("timestamp")
        log[self.sensors] = log[self.sensors].bfill()  # must: future-feature
        for s in self.sensors:
            log[f"{s}_mean"] = log[s].rolling(60).mean()
            log[f"{s}_delta"] = log[s].diff(10)
        return log.dropna()


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--log", default="pump.csv")
    ap.add_argument("--sensors", nargs="+", default=["pressure", "vibration"])
    args = ap.parse_args()

    log = pd.read_csv(args.log, parse_dates=["timestamp"])
    table = PumpFeatures(args.sensors).transform(log)
    y = table.pop("fails_within_hour")
    X = table.drop(columns="timestamp")
    for past, ahead in TimeSeriesSplit(n_splits=4).split(X):
        rf = RandomForestClassifier(random_state=0).fit(X.iloc[past], y.iloc[past])
        print(average_precision_score(y.iloc[ahead], rf.predict_proba(X.iloc[ahead])[:, 1]))


if __name__ == "__main__":
    main()
