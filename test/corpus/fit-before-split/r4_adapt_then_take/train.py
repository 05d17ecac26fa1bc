# main
"""Crop yield regression."""
import keras
from keras import layers

from pipeline import as_datasets, read_rows

keras.utils.set_random_seed(19)

rows, target = read_rows("fields.npz")
normalise = layers.Normalization()
normalise.adapt(rows)  # must: fit-before-split

train_data, test_data = as_datasets(rows, target, holdout=0.2, batch_size=32, seed=19)
model = keras.Sequential([
    normalise,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(train_data, epochs=80, verbose=2)
print(model.evaluate(test_data, return_dict=True))
