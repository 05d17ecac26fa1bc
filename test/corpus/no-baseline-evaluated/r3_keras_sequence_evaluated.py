import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(16)


def load(part):
    with np.load(f"accelerometer_{part}.npz") as archive:
        return archive["x"].astype("float32"), archive["activity"]


def build(steps, channels, kinds):
    inputs = keras.Input((steps, channels))
    x = layers.Conv1D(64, 9, activation="relu")(inputs)
    x = layers.MaxPooling1D(4)(x)
    x = layers.LSTM(48)(x)
    x = layers.Dropout(0.3)(x)
    outputs = layers.Dense(kinds, activation="softmax")(x)
    return keras.Model(inputs, outputs)


def main():
    x_train, y_train = load("train")
    x_test, y_test = load("test")
    model = build(*x_train.shape[1:], int(y_train.max()) + 1)
    model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=25, batch_size=64, verbose=2)
    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)  # must: no-baseline-evaluated
    print(f"loss {loss:.3f} accuracy {accuracy:.3f}")


if __name__ == "__main__":
    main()
