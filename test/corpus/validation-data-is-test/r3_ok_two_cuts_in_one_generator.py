import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(61)
SHARE = 0.15


def cut(rows, *names):
    """Yields the named parts one after the other, and what remains at the end."""
    for name in names:
        rows, part = train_test_split(rows, test_size=SHARE, random_state=61)
        yield name, part
    yield "train", rows


def arrays(part):
    return part.drop(columns="strength").to_numpy("float32"), part["strength"].to_numpy("float32")


def network(example):
    scale = layers.Normalization()
    scale.adapt(example)
    net = keras.Sequential([keras.Input((example.shape[1],)), scale, layers.Dense(64, "relu"), layers.Dense(1)])
    net.compile("adam", "mse", metrics=["mae"])
    return net


def main():
    concrete = pd.read_csv("concrete.csv")
    parts = {name: arrays(part) for name, part in cut(concrete, "test", "validation")}
    x, y = parts["train"]
    net = network(x)
    stop = keras.callbacks.EarlyStopping(patience=15, restore_best_weights=True)
    net.fit(x, y, epochs=300, validation_data=parts["validation"], callbacks=[stop], verbose=0)
    x_test, y_test = parts["test"]
    print("mae", np.abs(net.predict(x_test, verbose=0).ravel() - y_test).mean())


if __name__ == "__main__":
    main()
