import tensorflow as tf
from tensorflow import keras


def multilabel(n, tags):
    m = keras.Sequential([keras.layers.Dense(64, activation="relu", input_shape=(n,)), keras.layers.Dense(tags, activation="sigmoid")])
    m.compile("adam", keras.losses.BinaryCrossentropy())
    return m


def logits_model(n, classes):
    m = keras.Sequential([keras.layers.Dense(64, activation="relu", input_shape=(n,)), keras.layers.Dense(classes)])
    m.compile("adam", loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1))
    return m


def regression(n):
    m = keras.Sequential([keras.layers.Dense(64, activation="relu", input_shape=(n,)), keras.layers.Dense(1)])
    m.compile("adam", loss="mse", metrics=["mae"])
    return m
