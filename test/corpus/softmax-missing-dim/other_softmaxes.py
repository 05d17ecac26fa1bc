"""Softmax of libraries that choose the last axis by their own contract."""
import jax
import numpy as np
import tensorflow as tf
from scipy.special import softmax
from tensorflow.keras import layers


def ensemble(keras_logits, jax_logits, raw):
    a = tf.nn.softmax(keras_logits).numpy()
    b = np.asarray(jax.nn.softmax(jax_logits))
    c = softmax(raw, axis=1)
    return (a + b + c) / 3


def head(n_classes):
    inputs = layers.Input((128,))
    return tf.keras.Model(inputs, layers.Softmax()(layers.Dense(n_classes)(inputs)))
