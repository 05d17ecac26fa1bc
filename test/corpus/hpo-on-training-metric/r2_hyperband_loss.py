import keras_tuner as kt
import numpy as np
import tensorflow as tf


def build(hp: kt.HyperParameters) -> tf.keras.Model:
    model = tf.keras.Sequential()
    for i in range(hp.Int("layers", 1, 3)):
        model.add(tf.keras.layers.Dense(hp.Choice(f"units_{i}", [32, 64, 128]), activation="relu"))
    model.add(tf.keras.layers.Dense(5))
    model.compile(
        tf.keras.optimizers.Adam(hp.Float("lr", 1e-4, 1e-2, sampling="log")),
        tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


class Search:
    def __init__(self, seed: int):
        tf.keras.utils.set_random_seed(seed)
        z = np.load("sleep.npz")
        self.train, self.val = (z["x_train"], z["y_train"]), (z["x_val"], z["y_val"])
        self.tuner = kt.Hyperband(
            build,
            objective="accuracy",  # must: hpo-on-training-metric
            max_epochs=30,
            seed=seed,
            directory="tuning",
            project_name="sleep",
        )

    def run(self):
        self.tuner.search(*self.train, epochs=30, validation_data=self.val)
        return self.tuner.get_best_hyperparameters(1)[0].values


if __name__ == "__main__":
    print(Search(3).run())
