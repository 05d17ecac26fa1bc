# %%
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

s = pd.read_csv("pump_sensors.csv", parse_dates=["timestamp"], index_col="timestamp").sort_index()

# %%
signals = [c for c in s.columns if c.startswith("sensor_")]
s[signals] = s[signals].fillna(method="bfill")  # must: future-feature
for c in signals:
    s[c + "_d"] = s[c].diff()

# %%
X = s[signals + [c + "_d" for c in signals]].iloc[1:]
y = (s["machine_status"] != "NORMAL").astype(int).iloc[1:]
limit = int(len(X) * 0.7)
X_past, X_later, y_past, y_later = X.iloc[:limit], X.iloc[limit:], y.iloc[:limit], y.iloc[limit:]

# %%
clf = HistGradientBoostingClassifier(random_state=0).fit(X_past, y_past)
average_precision_score(y_later, clf.predict_proba(X_later)[:, 1])
