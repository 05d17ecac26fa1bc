"""The series becomes a table: what was goes in, what comes is the answer."""
import pandas as pd
from sklearn.neural_network import MLPRegressor


def to_supervised(series, n_in, n_out):
    past = [series.shift(k).rename(f"t-{k}") for k in range(n_in, 0, -1)]
    future = [series.shift(-k).rename(f"t+{k}") for k in range(n_out)]
    both = pd.concat(past + future, axis=1).dropna()
    return both.iloc[:, :n_in], both.iloc[:, n_in:]


births = pd.read_csv("births.csv", index_col=0, parse_dates=True)["births"].sort_index().ffill()
X, Y = to_supervised(births, 14, 3)
n = int(0.8 * len(X))
net = MLPRegressor((32,), max_iter=2000, random_state=1).fit(X.iloc[:n], Y.iloc[:n])
print(net.score(X.iloc[n:], Y.iloc[n:]))
