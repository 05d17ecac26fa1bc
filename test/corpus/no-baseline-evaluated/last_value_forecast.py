"""Temperature of tomorrow: a network against "the same as today"."""
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.neural_network import MLPRegressor

weather = pd.read_csv("weather.csv", parse_dates=["day"]).sort_values("day")
t = weather["temp"].to_numpy()
X = np.stack([t[i : i + 7] for i in range(len(t) - 7)])
y = t[7:]
cut = int(len(X) * 0.8)

mlp = MLPRegressor((32,), max_iter=3000, random_state=0).fit(X[:cut], y[:cut])
persistence = X[cut:, -1]
print("persistence", mean_absolute_error(y[cut:], persistence))
print("mlp", mean_absolute_error(y[cut:], mlp.predict(X[cut:])))
