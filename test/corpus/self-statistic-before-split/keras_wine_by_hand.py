import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(1)

wine = pd.read_csv("winequality-red.csv", sep=";")
quality = wine.pop("quality")
wine = (wine - wine.mean()) / wine.std()  # must: self-statistic-before-split

x_train, x_test, y_train, y_test = train_test_split(
    wine.to_numpy(), quality.to_numpy(), test_size=0.2, random_state=1
)

inputs = tf.keras.Input(shape=(x_train.shape[1],))
hidden = tf.keras.layers.Dense(32, activation="relu")(inputs)
outputs = tf.keras.layers.Dense(1)(hidden)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(x_train, y_train, epochs=80, batch_size=32, validation_split=0.2, verbose=0)

_, mae = model.evaluate(x_test, y_test, verbose=0)
print("mae", mae, "mean only", np.abs(y_test - y_train.mean()).mean())
