# main
import keras
import tensorflow as tf

from net import build
from texts import train_batches, val_batches


class Loop:
    def __init__(self):
        self.net = build(30_000, 20)
        self.loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.opt = keras.optimizers.Adam(1e-3)

    @tf.function
    def learn(self, ids, topic):
        with tf.GradientTape() as tape:
            value = self.loss(topic, self.net(ids))  # must: keras-missing-training-flag
        weights = self.net.trainable_variables
        self.opt.apply_gradients(zip(tape.gradient(value, weights), weights))
        return value

    def accuracy(self):
        metric = keras.metrics.SparseCategoricalAccuracy()
        for ids, topic in val_batches():
            metric.update_state(topic, self.net(ids, training=False))
        return float(metric.result())

    def run(self, epochs=5):
        for _ in range(epochs):
            for ids, topic in train_batches():
                self.learn(ids, topic)
            print(self.accuracy())


Loop().run()
