"""The activation and the loss are chosen together, by the number of classes."""
import argparse

import keras
from keras import layers


def head_and_loss(n_classes):
    if n_classes == 2:
        return layers.Dense(1, activation="sigmoid"), "binary_crossentropy"
    return layers.Dense(n_classes, activation="softmax"), "sparse_categorical_crossentropy"


def build(n_features, n_classes, width, dropout):
    head, loss = head_and_loss(n_classes)
    net = keras.Sequential(
        [
            keras.Input((n_features,)),
            layers.Dense(width, activation="swish"),
            layers.Dropout(dropout),
            head,
        ]
    )
    net.compile(optimizer="nadam", loss=loss, metrics=["accuracy"])
    return net


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("--features", type=int, required=True)
    cli.add_argument("--classes", type=int, default=2)
    args = cli.parse_args()
    build(args.features, args.classes, width=64, dropout=0.3).summary()
