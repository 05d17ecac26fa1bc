"""A physics-informed net has nothing that depends on the mode; the classifier is told each time."""
import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(66)

field = keras.Sequential([keras.Input((2,)), *[layers.Dense(50, activation="tanh") for _ in range(4)], layers.Dense(1)])
field_optimizer = keras.optimizers.Adam(1e-3)


@tf.function
def physics_step(points, boundary, value):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(points)
            u = field(points)
        du = inner.gradient(u, points)
        residual = tf.reduce_mean(tf.square(du[:, 1] + u[:, 0] * du[:, 0]))
        loss = residual + tf.reduce_mean(tf.square(field(boundary) - value))
    grads = outer.gradient(loss, field.trainable_variables)
    field_optimizer.apply_gradients(zip(grads, field.trainable_variables))
    return loss


classifier = keras.Sequential([keras.Input((50,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5), layers.Dense(3)])
classifier_optimizer = keras.optimizers.Adam(1e-3)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def forward(x, training):
    return classifier(x, training=training)


@tf.function
def classifier_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, forward(x, True))
    grads = tape.gradient(loss, classifier.trainable_variables)
    classifier_optimizer.apply_gradients(zip(grads, classifier.trainable_variables))
    return loss


def labels_of(x):
    return tf.argmax(forward(x, training=False), axis=-1)
