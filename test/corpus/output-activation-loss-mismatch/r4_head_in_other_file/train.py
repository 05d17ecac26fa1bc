# main
"""Intent detection for a voice menu."""
import keras
import numpy as np
from keras import layers

from heads import attach


def build(vocab, length, classes):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(vocab, 128)(tokens)
    x = layers.Bidirectional(layers.LSTM(64, return_sequences=True))(x)
    return keras.Model(tokens, attach(x, classes))


def main():
    keras.utils.set_random_seed(71)
    train, val = np.load("train.npz"), np.load("val.npz")
    model = build(vocab=20000, length=train["tokens"].shape[1], classes=36)
    model.compile(
        optimizer=keras.optimizers.Adam(1e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),  # must: output-activation-loss-mismatch
        metrics=["accuracy"],
    )
    model.fit(
        train["tokens"], train["intent"], epochs=15, batch_size=64, validation_data=(val["tokens"], val["intent"])
    )
    model.save("intent.keras")


if __name__ == "__main__":
    main()
