import numpy as np
from tensorflow import keras


class Digits:
    def __init__(self, seed=0):
        keras.utils.set_random_seed(seed)
        (self.x_train, self.y_train), (self.x_test, self.y_test) = keras.datasets.mnist.load_data()
        self.net = keras.Sequential(
            [keras.layers.Flatten(), keras.layers.Dense(300, activation="relu"), keras.layers.Dense(10, activation="softmax")]
        )
        self.net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])

    def prepare(self):
        self.x_train = self.x_train.astype(np.float32) / 255.0
        self.x_test = self.x_test.astype(np.float32)

    def learn(self):
        self.net.fit(self.x_train, self.y_train, epochs=8, batch_size=64, validation_split=0.1, verbose=0)

    def judge(self):
        return self.net.evaluate(self.x_test, self.y_test, verbose=0)[1]  # must: inconsistent-preprocessing


d = Digits()
d.prepare()
d.learn()
print("test accuracy", d.judge())
