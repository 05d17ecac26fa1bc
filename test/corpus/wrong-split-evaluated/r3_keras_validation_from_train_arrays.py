import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

CONFIG = {"vocab": 20000, "length": 120, "dim": 64, "epochs": 6, "seed": 88}
keras.utils.set_random_seed(CONFIG["seed"])


def load():
    with np.load("headlines.npz") as archive:
        return archive["tokens"][:, : CONFIG["length"]], archive["is_clickbait"].astype("float32")


def build():
    inputs = keras.Input((CONFIG["length"],), dtype="int32")
    x = layers.Embedding(CONFIG["vocab"], CONFIG["dim"])(inputs)
    x = layers.Bidirectional(layers.GRU(48))(x)
    x = layers.Dropout(0.4)(x)
    return keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))


tokens, labels = load()
x_rest, x_test, y_rest, y_test = train_test_split(tokens, labels, test_size=0.15, random_state=CONFIG["seed"])
x_train, x_val, y_train, y_val = train_test_split(x_rest, y_rest, test_size=0.15, random_state=CONFIG["seed"])
print(len(x_train), len(x_val), len(x_test))

model = build()
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    y_train,
    epochs=CONFIG["epochs"],
    batch_size=128,
    validation_data=(x_train, y_train),  # must: wrong-split-evaluated
    verbose=2,
)
print("best validation accuracy", max(history.history["val_accuracy"]))
print("test", model.evaluate(x_test, y_test, verbose=0))
