import keras
import numpy as np
from keras import layers
from keras.callbacks import ModelCheckpoint

keras.utils.set_random_seed(31)
(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train = np.expand_dims(x_train, -1) / 255.0
x_test = np.expand_dims(x_test, -1) / 255.0

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.3),
        layers.Dense(10),
    ]
)
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
keep = ModelCheckpoint("best.keras", monitor="val_accuracy", save_best_only=True)
model.fit(x_train, y_train, batch_size=128, epochs=40, validation_data=(x_test, y_test), callbacks=[keep])  # must: early-stopping-on-test

best = keras.models.load_model("best.keras")
print("test accuracy: %.4f" % best.evaluate(x_test, y_test, verbose=0)[1])
