"""The value of tomorrow is what is predicted."""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import TimeSeriesSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HORIZON = 5
coin = pd.read_csv("btc_daily.csv", index_col="date", parse_dates=True).sort_index()
future_return = coin["close"].shift(-HORIZON) / coin["close"] - 1
features = pd.DataFrame(
    {
        "momentum": coin["close"].pct_change(10),
        "range": (coin["high"] - coin["low"]) / coin["close"],
        "volume": coin["volume"] / coin["volume"].rolling(30).mean(),
    }
)
usable = features.notna().all(axis=1) & future_return.notna()
X, y = features[usable], (future_return[usable] > 0).astype(int)

pipe = make_pipeline(StandardScaler(), LogisticRegression())
for past, ahead in TimeSeriesSplit(5, gap=HORIZON).split(X):
    pipe.fit(X.iloc[past], y.iloc[past])
    hit = accuracy_score(y.iloc[ahead], pipe.predict(X.iloc[ahead]))
    print(f"{hit:.3f}, always up {y.iloc[ahead].mean():.3f}")
