from typing import NamedTuple

import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split


class Parts(NamedTuple):
    x_train: np.ndarray
    x_test: np.ndarray
    y_train: np.ndarray
    y_test: np.ndarray


class SarcasmClassifier:
    def __init__(self, vocab=20000, length=40):
        self.vectorize = tf.keras.layers.TextVectorization(vocab, output_sequence_length=length)
        self.network = tf.keras.Sequential(
            [
                tf.keras.layers.Embedding(vocab, 32),
                tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(32)),
                tf.keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        self.network.compile("adam", "binary_crossentropy", metrics=["accuracy"])

    def split(self, frame):
        parts = train_test_split(frame["headline"].to_numpy(), frame["is_sarcastic"].to_numpy(), random_state=5)
        self.parts = Parts(*parts)
        self.vectorize.adapt(self.parts.x_train)

    def train(self, epochs=4):
        p = self.parts
        return self.network.fit(
            self.vectorize(p.x_train),
            p.y_train,
            epochs=epochs,
            validation_data=(self.vectorize(p.x_test), p.y_test),  # must: validation-data-is-test
        )

    def report(self):
        prob = self.network.predict(self.vectorize(self.parts.x_test)).ravel()
        return classification_report(self.parts.y_test, prob > 0.5)


tf.keras.utils.set_random_seed(5)
clf = SarcasmClassifier()
clf.split(pd.read_json("sarcasm.json", lines=True))
clf.train()
print(clf.report())
