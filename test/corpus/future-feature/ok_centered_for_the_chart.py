"""The centred mean is drawn; the model reads lags only."""
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

sun = pd.read_csv("sunspots.csv", parse_dates=["month"], index_col="month").sort_index()
trend = sun["spots"].rolling(132, center=True).mean()
plt.plot(sun.index, sun["spots"], lw=0.5)
plt.plot(trend.index, trend)
plt.savefig("sunspots.png")

lags = pd.concat([sun["spots"].shift(k).rename(f"l{k}") for k in (1, 2, 12, 131)], axis=1).dropna()
y = sun["spots"].loc[lags.index]
old = lags.index.year < 1990
ridge = Ridge().fit(lags[old], y[old])
print("mae", mean_absolute_error(y[~old], ridge.predict(lags[~old])))
print("last month", mean_absolute_error(y[~old], lags.loc[~old, "l1"]))
