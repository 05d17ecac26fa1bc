import tensorflow as tf
from tensorflow.keras import layers as L

Z = 100
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
G = tf.keras.Sequential([L.Dense(256), L.BatchNormalization(), L.LeakyReLU(), L.Dense(784, activation="tanh")])
D = tf.keras.Sequential([L.Dense(256), L.LeakyReLU(), L.Dropout(0.3), L.Dense(1)])
opt_g, opt_d = tf.keras.optimizers.Adam(1e-4), tf.keras.optimizers.Adam(1e-4)


@tf.function
def step(real):
    z = tf.random.normal([tf.shape(real)[0], Z])
    with tf.GradientTape() as tape:
        fake = G(z, training=True)
        loss_g = bce(tf.ones([tf.shape(z)[0], 1]), D(fake, training=True))
    grads = tape.gradient(loss_g, G.trainable_variables)
    opt_g.apply_gradients(zip(grads, G.trainable_variables))

    fake = tf.stop_gradient(fake)
    both = tf.concat([real, fake], axis=0)
    truth = tf.concat([tf.ones([tf.shape(real)[0], 1]), tf.zeros([tf.shape(z)[0], 1])], axis=0)
    with tf.GradientTape() as tape:
        loss_d = bce(truth, D(both))  # must: keras-missing-training-flag
    grads = tape.gradient(loss_d, D.trainable_variables)
    opt_d.apply_gradients(zip(grads, D.trainable_variables))
    return loss_g, loss_d


def run(ds, epochs):
    for _ in range(epochs):
        for real in ds:
            step(real)
