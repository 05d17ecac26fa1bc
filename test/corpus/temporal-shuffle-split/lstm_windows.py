import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(7)
LOOK_BACK = 30


def make_windows(series, look_back):
    X, y = [], []
    for start in range(len(series) - look_back):
        X.append(series[start : start + look_back])
        y.append(series[start + look_back])
    return np.array(X)[..., None], np.array(y)


rain = pd.read_csv("daily_rain.csv")["mm"].to_numpy(dtype="float32")
rain = np.log1p(rain)
windows, nxt = make_windows(rain, LOOK_BACK)
x_tr, x_te, y_tr, y_te = train_test_split(windows, nxt, test_size=0.25, random_state=7)  # must: temporal-shuffle-split

net = Sequential([LSTM(32, input_shape=(LOOK_BACK, 1)), Dense(1)])
net.compile(loss="mae", optimizer="adam")
net.fit(x_tr, y_tr, epochs=20, batch_size=64, verbose=2)
print("mae", net.evaluate(x_te, y_te, verbose=0))
print("same as yesterday", np.abs(x_te[:, -1, 0] - y_te).mean())
