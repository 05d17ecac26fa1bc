import tensorflow as tf
from tensorflow.keras import layers, losses


def build(config):
    inputs = tf.keras.Input(shape=config["shape"])
    x = layers.Conv2D(config["width"], 3, padding="same", activation="relu")(inputs)
    x = layers.GlobalMaxPooling2D()(x)
    outputs = layers.Dense(config["classes"], activation="softmax", name="probs")(x)
    return tf.keras.Model(inputs, outputs)


def compiled(config):
    model = build(config)
    criterion = losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.Adam(config["lr"]), loss=criterion)  # must: output-activation-loss-mismatch
    return model


if __name__ == "__main__":
    net = compiled({"shape": (64, 64, 3), "width": 32, "classes": 7, "lr": 1e-3})
    net.summary()
