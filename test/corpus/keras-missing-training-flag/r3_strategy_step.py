import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def residual(x, width):
    h = layers.Conv2D(width, 3, padding="same", use_bias=False)(x)
    h = layers.BatchNormalization()(h)
    h = layers.ReLU()(h)
    h = layers.Conv2D(width, 3, padding="same", use_bias=False)(h)
    h = layers.BatchNormalization()(h)
    return layers.ReLU()(layers.add([x, h]))


def network(classes, width=64, depth=4):
    image = keras.Input((64, 64, 3))
    x = layers.Conv2D(width, 3, padding="same")(image)
    for _ in range(depth):
        x = residual(x, width)
    return keras.Model(image, layers.Dense(classes)(layers.GlobalAveragePooling2D()(x)))


class Runner:
    def __init__(self, classes, lr=0.1):
        keras.utils.set_random_seed(101)
        self.model = network(classes)
        self.optimizer = keras.optimizers.SGD(lr, momentum=0.9)
        self.loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.accuracy = keras.metrics.SparseCategoricalAccuracy()

    @tf.function
    def train_step(self, images, labels):
        with tf.GradientTape() as tape:
            logits = self.model(images)  # must: keras-missing-training-flag
            loss = self.loss(labels, logits)
        grads = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_variables))
        return loss

    @tf.function
    def valid_step(self, images, labels):
        self.accuracy.update_state(labels, self.model(images, training=False))

    def fit(self, train, valid, epochs):
        for epoch in range(epochs):
            for images, labels in train:
                loss = self.train_step(images, labels)
            self.accuracy.reset_state()
            for images, labels in valid:
                self.valid_step(images, labels)
            tf.print(epoch, loss, self.accuracy.result())
