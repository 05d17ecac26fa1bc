import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import GroupKFold


def rolling_counts(events):
    events = events.sort_values(["user_id", "time"])
    by_user = events.groupby("user_id")
    events["n_before"] = by_user.cumcount()
    events["since_last"] = by_user["time"].diff().dt.total_seconds().fillna(-1)
    return events


def folds(events, n=5):
    yield from GroupKFold(n_splits=n).split(events, groups=events["user_id"])


events = rolling_counts(pd.read_csv("events.csv", parse_dates=["time"]))
X, y = events[["n_before", "since_last"]], events["bought"]
losses = []
for train, test in folds(events):
    model = LogisticRegression(random_state=0).fit(X.iloc[train], y.iloc[train])
    losses.append(log_loss(y.iloc[test], model.predict_proba(X.iloc[test])[:, 1]))
print(np.mean(losses))
