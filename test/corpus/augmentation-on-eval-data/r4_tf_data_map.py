"""Leaf disease, tf.data input; the network comes from elsewhere."""
import keras
import tensorflow as tf

SIDE = 256


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (SIDE, SIDE)) / 255.0, label


def jitter(image, label):
    image = tf.image.random_flip_left_right(image)
    image = tf.image.random_brightness(image, 0.2)
    image = tf.image.random_contrast(image, 0.8, 1.2)
    return tf.clip_by_value(image, 0.0, 1.0), label


class Input:
    def __init__(self, files, batch_size=32):
        self.files, self.batch_size = files, batch_size

    def read(self, part):
        paths, labels = self.files[part]
        return tf.data.Dataset.from_tensor_slices((paths, labels)).map(decode, num_parallel_calls=tf.data.AUTOTUNE)

    def training(self):
        return self.read("train").shuffle(1000, seed=1).map(jitter).batch(self.batch_size).prefetch(2)

    def validation(self):
        return self.read("val").map(jitter).batch(self.batch_size).prefetch(2)  # must: augmentation-on-eval-data


def fit(model, files, epochs=30):
    keras.utils.set_random_seed(1)
    data = Input(files)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model.fit(data.training(), validation_data=data.validation(), epochs=epochs)
