"""Fuel use of cars: the layer learns its mean and variance from every row."""
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

SEED = 33
tf.keras.utils.set_random_seed(SEED)


def read():
    cars = pd.read_csv("auto_mpg.csv", na_values="?").dropna()
    mpg = cars.pop("mpg").to_numpy(dtype="float32")
    return cars.drop(columns=["name"]).to_numpy(dtype="float32"), mpg


def make_model(normalizer):
    inputs = tf.keras.Input(shape=(7,))
    x = normalizer(inputs)
    x = tf.keras.layers.Dense(48, activation="relu")(x)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(x))
    model.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss="mae")
    return model


features, mpg = read()
normalizer = tf.keras.layers.Normalization(axis=-1)
normalizer.adapt(features)  # must: fit-before-split

x_train, x_test, y_train, y_test = train_test_split(features, mpg, test_size=0.2, random_state=SEED)
model = make_model(normalizer)
model.fit(x_train, y_train, epochs=100, verbose=0)
print("mae", model.evaluate(x_test, y_test, verbose=0))
print("mae of the median", np.abs(y_test - np.median(y_train)).mean())
