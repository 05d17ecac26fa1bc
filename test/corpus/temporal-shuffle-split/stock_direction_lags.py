"""Will tomorrow's close be above today's? Lags and rolling means into a forest."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

prices = pd.read_csv("AAPL.csv", parse_dates=["Date"], index_col="Date").sort_index()

for k in (1, 2, 5):
    prices[f"ret_{k}"] = prices["Close"].pct_change(k)
    prices[f"lag_{k}"] = prices["Close"].shift(k)
prices["ma_10"] = prices["Close"].rolling(10).mean()
prices["vol_20"] = prices["Close"].rolling(20).std()
prices["up"] = (prices["Close"].shift(-1) > prices["Close"]).astype(int)
prices = prices.iloc[:-1].dropna()

X = prices.drop(columns=["up"])
y = prices["up"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)  # must: temporal-shuffle-split

rf = RandomForestClassifier(n_estimators=500, min_samples_leaf=20, random_state=42)
rf.fit(X_train, y_train)
print(classification_report(y_test, rf.predict(X_test)))
print("always up", y_test.mean())
