import keras
import keras_tuner as kt
import numpy as np
from keras import layers


class DigitHyperModel(kt.HyperModel):
    def build(self, hp):
        net = keras.Sequential([keras.Input((28, 28, 1)), layers.Rescaling(1 / 255)])
        for i in range(hp.Int("blocks", 1, 3)):
            net.add(layers.Conv2D(hp.Choice(f"filters_{i}", [16, 32, 64]), 3, activation="relu"))
        net.add(layers.GlobalMaxPooling2D())
        net.add(layers.Dropout(hp.Float("dropout", 0.0, 0.5, step=0.1)))
        net.add(layers.Dense(10, activation="softmax"))
        net.compile(
            optimizer=keras.optimizers.Adam(hp.Float("lr", 1e-4, 1e-2, sampling="log")),
            loss="sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        return net


def main():
    keras.utils.set_random_seed(0)
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    tuner = kt.RandomSearch(
        DigitHyperModel(),
        objective="accuracy",  # must: hpo-on-training-metric
        max_trials=20,
        seed=0,
        directory="tuner",
    )
    tuner.search(x_train[..., np.newaxis], y_train, epochs=4, validation_split=0.1)
    best = tuner.get_best_models(1)[0]
    print(best.evaluate(x_test[..., np.newaxis], y_test))


main()
