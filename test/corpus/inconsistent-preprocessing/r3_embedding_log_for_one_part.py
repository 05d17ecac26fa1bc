import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(5)


def net(width):
    return keras.Sequential(
        [keras.Input((width,)), layers.Dense(128, activation="relu"), layers.Dense(9, activation="softmax")]
    )


def prepare(counts):
    return np.log1p(counts / counts.sum(axis=1, keepdims=True) * 1e4).astype("float32")


def main():
    cells = np.load("cells.npz")
    x_train, x_test, y_train, y_test = train_test_split(
        cells["counts"], cells["kind"], test_size=0.2, stratify=cells["kind"], random_state=5
    )
    x_fit = prepare(x_train)

    model = net(x_fit.shape[1])
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_fit, y_train, epochs=30, batch_size=128, verbose=0)

    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)  # must: inconsistent-preprocessing
    print(f"test loss {loss:.3f} accuracy {accuracy:.3f}")


if __name__ == "__main__":
    main()
