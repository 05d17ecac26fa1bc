import keras


def build(vocab, classes):
    return keras.Sequential(
        [
            keras.layers.Embedding(vocab, 64),
            keras.layers.GlobalAveragePooling1D(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dropout(0.4),
            keras.layers.Dense(classes),
        ]
    )
