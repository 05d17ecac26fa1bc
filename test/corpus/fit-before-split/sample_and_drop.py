"""Fuel use of cars: pandas split by sample and drop, then a small network."""
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(0)

cars = pd.read_csv("auto-mpg.csv", na_values="?").dropna()
cols = ["cylinders", "displacement", "horsepower", "weight", "acceleration"]

scaler = StandardScaler()
cars[cols] = scaler.fit_transform(cars[cols])  # must: fit-before-split

train_df = cars.sample(frac=0.8, random_state=0)
test_df = cars.drop(train_df.index)

train_y = train_df.pop("mpg")
test_y = test_df.pop("mpg")

net = keras.Sequential([
    keras.layers.Dense(64, activation="relu", input_shape=[len(cols)]),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
net.compile(loss="mae", optimizer=tf.keras.optimizers.RMSprop(0.001))
net.fit(train_df[cols], train_y, epochs=100, validation_split=0.2, verbose=0)
print("test mae", net.evaluate(test_df[cols], test_y, verbose=0))
print("mean guess", (test_y - train_y.mean()).abs().mean())
