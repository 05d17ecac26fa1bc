"""Vibration forecasting with sliding windows (skorch)."""
import numpy as np
import torch
from skorch import NeuralNetRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from torch import nn


class WindowMaker:
    def __init__(self, length, horizon):
        self.length, self.horizon = length, horizon

    def __call__(self, series):
        last = len(series) - self.length - self.horizon + 1
        X = np.stack([series[i:i + self.length] for i in range(last)])
        y = np.stack([series[i + self.length:i + self.length + self.horizon] for i in range(last)])
        return X.astype("float32"), y.astype("float32")


def split(X, y):
    return train_test_split(X, y, test_size=0.2, random_state=95)  # must: temporal-shuffle-split


def main():
    torch.manual_seed(95)
    X, y = WindowMaker(96, 12)(np.loadtxt("bearing.csv", delimiter=","))
    X_train, X_test, y_train, y_test = split(X, y)
    net = NeuralNetRegressor(
        nn.Sequential(nn.Linear(96, 64), nn.ReLU(), nn.Linear(64, 12)), max_epochs=40, lr=1e-3, optimizer=torch.optim.Adam
    )
    net.fit(X_train, y_train)
    print(mean_squared_error(y_test, net.predict(X_test)))


if __name__ == "__main__":
    main()
