"""Regression on tabular data: the network watches the rows on which it is finally judged."""
import argparse
from dataclasses import dataclass

import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from tensorflow.keras import layers


@dataclass
class Parts:
    X_train: np.ndarray
    X_test: np.ndarray
    y_train: np.ndarray
    y_test: np.ndarray


def load(path, seed):
    frame = pd.read_csv(path)
    y = frame.pop("price").to_numpy("float32")
    return Parts(*train_test_split(frame.to_numpy("float32"), y, test_size=0.2, random_state=seed))


class PriceModel:
    def __init__(self, parts):
        self.parts = parts
        norm = layers.Normalization()
        norm.adapt(parts.X_train)
        self.net = tf.keras.Sequential([norm, layers.Dense(64, activation="relu"), layers.Dense(1)])
        self.net.compile(optimizer="adam", loss="mae")

    def train(self, epochs):
        return self.net.fit(
            self.parts.X_train,
            self.parts.y_train,
            validation_data=(self.parts.X_test, self.parts.y_test),  # must: validation-data-is-test
            epochs=epochs,
            batch_size=32,
            verbose=2,
        )

    def report(self):
        mae = self.net.evaluate(self.parts.X_test, self.parts.y_test, verbose=0)
        print(f"test MAE: {mae:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    parser.add_argument("--epochs", type=int, default=40)
    args = parser.parse_args()
    tf.keras.utils.set_random_seed(7)
    model = PriceModel(load(args.csv, seed=7))
    model.train(args.epochs)
    model.report()
