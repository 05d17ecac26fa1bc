"""Last layers and losses that belong together."""
import tensorflow as tf
from tensorflow.keras import layers, losses


def compiled(last, loss, n_in=32):
    net = tf.keras.Sequential([tf.keras.Input((n_in,)), layers.Dense(16, activation="relu"), *last])
    net.compile(optimizer="adam", loss=loss)
    return net


def all_of_them(n_tags=7, n_classes=5):
    return [
        compiled([layers.Dense(n_tags, activation="sigmoid")], "binary_crossentropy"),
        compiled([layers.Dense(n_classes), layers.Activation("softmax")], "categorical_crossentropy"),
        compiled([layers.Dense(n_classes), layers.Softmax()], losses.SparseCategoricalCrossentropy()),
        compiled([layers.Dense(n_classes)], losses.SparseCategoricalCrossentropy(from_logits=True)),
        compiled([layers.Dense(1)], losses.BinaryCrossentropy(from_logits=True)),
        compiled([layers.Dense(1)], "mse"),
        compiled([layers.Dense(1, activation="tanh")], "hinge"),
    ]


shape_net = tf.keras.Sequential([layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(4)])
shape_net.add(layers.Activation(tf.nn.softmax))
shape_net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
