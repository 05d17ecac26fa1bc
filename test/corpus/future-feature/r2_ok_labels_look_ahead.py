import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HORIZON = 5
px = pd.read_csv("prices.csv", index_col="date", parse_dates=True).sort_index()
X = pd.DataFrame({"r1": px["close"].pct_change(), "r5": px["close"].pct_change(5), "v": px["volume"].rolling(10).mean()})
ahead = px["close"].shift(-HORIZON)
y = (ahead > px["close"]).astype(int)
good = X.notna().all(axis=1) & ahead.notna()
X, y = X[good], y[good]
train, test = slice(None, "2018"), slice("2019-02", None)
model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X.loc[train], y.loc[train])
print(model.score(X.loc[test], y.loc[test]))
