# A two-layer network in numpy alone.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])

W1 = np.random.randn(2, 8) * 0.5  # must: seed-missing-numpy
W2 = np.random.randn(8, 1) * 0.5
for epoch in range(20000):
    h = sigmoid(X @ W1)
    out = sigmoid(h @ W2)
    d_out = (out - y) * out * (1 - out)
    d_h = (d_out @ W2.T) * h * (1 - h)
    W2 -= 0.5 * h.T @ d_out
    W1 -= 0.5 * X.T @ d_h
print(out.round(2).ravel())
