"""Reviews with keras: the first ten thousand rows are set aside for validation."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(3)
texts = np.load("reviews_multi_hot.npz")
x_all, y_all = texts["x"].astype("float32"), texts["y"].astype("float32")

x_val = x_all[:10000]  # must: hardcoded-split-slice
partial_x_train = x_all[10000:]
y_val = y_all[:10000]
partial_y_train = y_all[10000:]

model = keras.Sequential([
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(partial_x_train, partial_y_train, epochs=20, batch_size=512, validation_data=(x_val, y_val))
print(max(history.history["val_accuracy"]), "majority", max(y_val.mean(), 1 - y_val.mean()))
