import tensorflow as tf
from tensorflow import keras


class Denoiser(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.Sequential(
            [keras.layers.Conv2D(32, 3, padding="same"), keras.layers.BatchNormalization(), keras.layers.ReLU(), keras.layers.Conv2D(1, 3, padding="same")]
        )

    def call(self, x, training=None):
        return self.inner(x, training=training)

    def train_step(self, clean):
        noisy = clean + tf.random.normal(tf.shape(clean), stddev=0.1)
        with tf.GradientTape() as tape:
            guess = self(noisy)  # must: keras-missing-training-flag
            loss = tf.reduce_mean(tf.square(guess - clean))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"loss": loss}


def main(ds):
    model = Denoiser()
    model.compile(optimizer=keras.optimizers.Adam(1e-3))
    model.fit(ds, epochs=10)
