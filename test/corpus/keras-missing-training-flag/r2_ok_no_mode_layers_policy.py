import tensorflow as tf
from tensorflow import keras

actor = keras.Sequential([keras.layers.Dense(64, activation="tanh"), keras.layers.LayerNormalization(), keras.layers.Dense(4)])
opt = keras.optimizers.Adam(3e-4)


@tf.function
def reinforce(obs, acts, returns):
    with tf.GradientTape() as tape:
        logits = actor(obs)
        nll = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=acts, logits=logits)
        loss = tf.reduce_mean(nll * returns)
    grads = tape.gradient(loss, actor.trainable_variables)
    opt.apply_gradients(zip(grads, actor.trainable_variables))
    return loss
