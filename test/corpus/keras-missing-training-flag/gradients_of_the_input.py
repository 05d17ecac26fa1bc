"""Grad-CAM of a trained net: the tape is there for a picture, no weight is changed."""
import sys

import numpy as np
import tensorflow as tf

LAYER = "conv5_block3_out"


def heat_map(model, image):
    inner = tf.keras.Model(model.inputs, [model.get_layer(LAYER).output, model.output])
    with tf.GradientTape() as tape:
        maps, scores = inner(image, training=False)
        top = tf.reduce_max(scores, axis=1)
    weights = tf.reduce_mean(tape.gradient(top, maps), axis=(1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1))[0].numpy()


def main(path):
    model = tf.keras.applications.ResNet50(weights="imagenet")
    image = tf.keras.utils.img_to_array(tf.keras.utils.load_img(path, target_size=(224, 224)))[np.newaxis]
    heat = heat_map(model, tf.keras.applications.resnet50.preprocess_input(image))
    np.save("heat.npy", heat / max(heat.max(), 1e-9))


main(sys.argv[1])
