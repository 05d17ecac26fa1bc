import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

keras.utils.set_random_seed(4)


def to_windows(values, steps=24):
    X, y = [], []
    for start in range(len(values) - steps):
        X.append(values[start : start + steps])
        y.append(values[start + steps, 0])
    return np.array(X), np.array(y)


air = pd.read_csv("air_quality.csv", parse_dates=["time"], index_col="time").interpolate()
values = MinMaxScaler().fit_transform(air.values)  # must: fit-before-split
X, y = to_windows(values)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=False)

gru = keras.Sequential([keras.layers.GRU(32), keras.layers.Dense(1)])
gru.compile("adam", "mae")
gru.fit(X_train, y_train, epochs=15, batch_size=64)
print("gru", gru.evaluate(X_test, y_test), "last value", np.abs(X_test[:, -1, 0] - y_test).mean())
