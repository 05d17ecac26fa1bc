import tensorflow as tf

CONFIG = {"vocab": 20_000, "embed": 64, "last": "softmax", "lr": 1e-3}


def sentiment_model(cfg):
    tokens = tf.keras.Input(shape=(None,), dtype="int64")
    x = tf.keras.layers.Embedding(cfg["vocab"], cfg["embed"], mask_zero=True)(tokens)
    x = tf.keras.layers.GRU(64)(x)
    x = tf.keras.layers.Dropout(0.5)(x)
    out = tf.keras.layers.Dense(1, activation="softmax")(x)
    model = tf.keras.Model(tokens, out)
    model.compile(
        optimizer=tf.keras.optimizers.Adam(cfg["lr"]),
        loss="binary_crossentropy",  # must: output-activation-loss-mismatch
        metrics=["accuracy"],
    )
    return model


def train(sequences, labels):
    tf.keras.utils.set_random_seed(5)
    model = sentiment_model(CONFIG)
    model.fit(sequences, labels, validation_split=0.2, epochs=5)
    return model
