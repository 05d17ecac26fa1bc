import functools

import keras
import numpy as np
from keras import layers


def unit_range(split):
    @functools.wraps(split)
    def wrapper(*args, **kwargs):
        images, labels = split(*args, **kwargs)
        return images.astype("float32")[..., None] / 255.0, labels

    return wrapper


@unit_range
def part(path, name):
    with np.load(path) as archive:
        return archive[f"x_{name}"], archive[f"y_{name}"]


keras.utils.set_random_seed(1)
x_train, y_train = part("letters.npz", "train")
x_test, y_test = part("letters.npz", "test")
model = keras.Sequential([
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.25),
    layers.Dense(26, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=12, batch_size=128, validation_split=0.1)
print(model.evaluate(x_test, y_test, return_dict=True))
