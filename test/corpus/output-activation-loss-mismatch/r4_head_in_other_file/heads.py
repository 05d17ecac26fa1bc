from functools import partial

from keras import layers

Probabilities = partial(layers.Dense, activation="softmax", name="out")


def attach(features, classes, rate=0.3):
    x = layers.GlobalAveragePooling1D()(features)
    x = layers.Dropout(rate)(x)
    return Probabilities(classes)(x)
