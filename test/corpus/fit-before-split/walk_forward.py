"""Walk forward: each step fits the scaler on the past and predicts one month."""
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("inflation.csv", parse_dates=["month"]).sort_values("month")
X = frame.drop(columns=["month", "cpi"]).to_numpy()
y = frame["cpi"].to_numpy()

errors, naive = [], []
for now in range(60, len(X)):
    scaler = StandardScaler()
    past = scaler.fit_transform(X[:now])
    model = Ridge(alpha=5.0).fit(past, y[:now])
    forecast = model.predict(scaler.transform(X[now : now + 1]))
    errors.append(abs(forecast[0] - y[now]))
    naive.append(abs(y[now - 1] - y[now]))
print(np.mean(errors), "last value", np.mean(naive))
