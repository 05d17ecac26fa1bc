"""Bearing temperature: will it pass the limit within the hour?"""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def smooth(series, minutes=31):
    return series.rolling(minutes, center=True, min_periods=1).mean()  # must: future-feature


def slope(series, minutes=10):
    return series.diff(minutes) / minutes


def inputs_of(log):
    return pd.DataFrame(
        {
            "temperature": log["temperature"],
            "level": smooth(log["temperature"]),
            "slope": slope(log["temperature"]),
            "speed": log["rpm"].rolling(15).mean(),
        }
    )


def main():
    log = pd.read_csv("bearing.csv", index_col="minute", parse_dates=["minute"]).sort_index()
    x = inputs_of(log)
    y = log["temperature"].rolling(60).max().shift(-60).gt(85).astype(int)
    known = x.notna().all(axis=1) & log["temperature"].shift(-60).notna()
    x, y = x[known], y[known]

    n_past = int(len(x) * 0.75)
    model = make_pipeline(StandardScaler(), LogisticRegression())
    model.fit(x.iloc[:n_past], y.iloc[:n_past])
    print("brier", brier_score_loss(y.iloc[n_past:], model.predict_proba(x.iloc[n_past:])[:, 1]))


if __name__ == "__main__":
    main()
