"""hyperopt over a Keras net: returns the lowest validation loss, and logs the training loss next to it."""
import numpy as np
import tensorflow as tf
from hyperopt import STATUS_OK, fmin, hp, tpe

SPACE = {"units": hp.choice("units", [32, 64, 128]), "rate": hp.uniform("rate", 0.0, 0.5)}


class Tuning:
    def __init__(self, windows, targets):
        self.windows, self.targets = windows, targets

    def score(self, choice):
        tf.keras.utils.set_random_seed(0)
        net = tf.keras.Sequential(
            [
                tf.keras.layers.GRU(choice["units"]),
                tf.keras.layers.Dropout(choice["rate"]),
                tf.keras.layers.Dense(1),
            ]
        )
        net.compile("adam", "mae")
        history = net.fit(self.windows, self.targets, validation_split=0.2, epochs=12, verbose=0).history
        return {
            "loss": min(history["val_loss"]),
            "status": STATUS_OK,
            "train_loss": history["loss"][-1],
        }

    def run(self, evals=40):
        return fmin(self.score, SPACE, algo=tpe.suggest, max_evals=evals, rstate=np.random.default_rng(0))
