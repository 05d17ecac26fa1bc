import tensorflow as tf

tf.random.set_seed(1)


class Classifier(tf.keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(128, activation="relu")
        self.out = tf.keras.layers.Dense(n_classes)

    def call(self, x):
        return self.out(self.hidden(x))


def train(dataset, n_classes, epochs=10):
    model = Classifier(n_classes)
    optimizer = tf.keras.optimizers.Adam(1e-3)
    for _ in range(epochs):
        for x, y in dataset:
            with tf.GradientTape() as tape:
                logits = model(x, training=True)
                loss = tf.reduce_mean(
                    tf.nn.sparse_softmax_cross_entropy_with_logits(
                        labels=y,
                        logits=tf.nn.softmax(logits),  # must: softmax-before-cross-entropy
                    )
                )
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return model
