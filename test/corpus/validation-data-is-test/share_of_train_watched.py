import keras
import numpy as np
from keras import layers


class Reviews:
    """Bag of words over the IMDB reviews; Keras cuts the watched rows out of the training part itself."""

    def __init__(self, vocabulary=10_000):
        self.vocabulary = vocabulary
        (x_train, self.y_train), (x_test, self.y_test) = keras.datasets.imdb.load_data(num_words=vocabulary)
        self.x_train, self.x_test = self._multi_hot(x_train), self._multi_hot(x_test)

    def _multi_hot(self, sequences):
        rows = np.zeros((len(sequences), self.vocabulary), dtype="float32")
        for i, words in enumerate(sequences):
            rows[i, words] = 1.0
        return rows


def run():
    keras.utils.set_random_seed(21)
    data = Reviews()
    net = keras.Sequential(
        [layers.Dense(16, activation="relu"), layers.Dropout(0.4), layers.Dense(1, activation="sigmoid")]
    )
    net.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
    net.fit(data.x_train, data.y_train, validation_split=0.1, epochs=4, batch_size=512)
    _, accuracy = net.evaluate(data.x_test, data.y_test)
    print(f"{accuracy:.4f}")


run()
