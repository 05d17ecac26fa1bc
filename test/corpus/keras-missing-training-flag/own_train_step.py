"""A masked auto-encoder with a train step of its own."""
import keras
import tensorflow as tf
from keras import layers


class MaskedAutoencoder(keras.Model):
    def __init__(self, dim, rate=0.25):
        super().__init__()
        self.corrupt = layers.Dropout(rate)
        self.encoder = keras.Sequential([layers.Dense(256, activation="relu"), layers.BatchNormalization()])
        self.decoder = layers.Dense(dim)
        self.tracker = keras.metrics.Mean(name="loss")

    def call(self, x, training=None):
        x = self.corrupt(x, training=training)
        return self.decoder(self.encoder(x, training=training))

    def train_step(self, data):
        x = data[0] if isinstance(data, tuple) else data
        with tf.GradientTape() as tape:
            rebuilt = self(x)  # must: keras-missing-training-flag
            loss = tf.reduce_mean(tf.square(rebuilt - x))
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.tracker.update_state(loss)
        return {"loss": self.tracker.result()}

    @property
    def metrics(self):
        return [self.tracker]


def train(rows, epochs=50):
    keras.utils.set_random_seed(0)
    model = MaskedAutoencoder(rows.shape[1])
    model.compile(optimizer=keras.optimizers.Adam(1e-3))
    model.fit(rows, batch_size=128, epochs=epochs)
    return model
