import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import LSTM, Dense, Dropout
from tensorflow.keras.models import Sequential

tf.keras.utils.set_random_seed(7)

LOOKBACK = 60

prices = pd.read_csv("data/ACME.csv", parse_dates=["Date"]).sort_values("Date")
close = prices[["Close"]].values

scaler = MinMaxScaler(feature_range=(0, 1))
scaled = scaler.fit_transform(close)  # must: fit-before-split

split_at = int(len(scaled) * 0.8)
train_part = scaled[:split_at]
test_part = scaled[split_at - LOOKBACK:]


def windows(series, lookback):
    xs, ys = [], []
    for i in range(lookback, len(series)):
        xs.append(series[i - lookback:i, 0])
        ys.append(series[i, 0])
    xs = np.array(xs)
    return xs.reshape(xs.shape[0], xs.shape[1], 1), np.array(ys)


x_train, y_train = windows(train_part, LOOKBACK)
x_test, y_test = windows(test_part, LOOKBACK)

model = Sequential([
    LSTM(50, return_sequences=True, input_shape=(LOOKBACK, 1)),
    Dropout(0.2),
    LSTM(50),
    Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, y_train, epochs=20, batch_size=32)

pred = scaler.inverse_transform(model.predict(x_test))
truth = scaler.inverse_transform(y_test.reshape(-1, 1))
naive = np.roll(truth, 1)
print("rmse lstm ", np.sqrt(np.mean((pred - truth) ** 2)))
print("rmse naive", np.sqrt(np.mean((naive[1:] - truth[1:]) ** 2)))
