"""Augmentations; whoever runs the training sets the seed."""
import numpy as np


def jitter(signal: np.ndarray, sigma: float = 0.03) -> np.ndarray:
    return signal + np.random.normal(0.0, sigma, size=signal.shape)


def scale(signal: np.ndarray, sigma: float = 0.1) -> np.ndarray:
    return signal * np.random.normal(1.0, sigma, size=(signal.shape[0], 1))


class RandomShift:
    def __init__(self, most: int):
        self.most = most

    def __call__(self, signal):
        return np.roll(signal, np.random.randint(-self.most, self.most + 1), axis=-1)
