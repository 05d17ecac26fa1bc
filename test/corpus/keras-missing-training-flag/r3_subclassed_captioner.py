import tensorflow as tf


class Decoder(tf.keras.Model):
    def __init__(self, words, dim=256):
        super().__init__()
        self.embed = tf.keras.layers.Embedding(words, dim)
        self.gru = tf.keras.layers.GRU(dim, return_sequences=True)
        self.drop = tf.keras.layers.Dropout(0.4)
        self.out = tf.keras.layers.Dense(words)

    def call(self, inputs, training=None):
        features, words = inputs
        h = self.gru(self.embed(words), initial_state=features)
        return self.out(self.drop(h, training=training))


cross_entropy = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")


def caption_loss(target, logits):
    real = tf.cast(tf.not_equal(target, 0), logits.dtype)
    return tf.reduce_sum(cross_entropy(target, logits) * real) / tf.reduce_sum(real)


def make_step(decoder, optimizer):
    @tf.function
    def step(features, caption):
        with tf.GradientTape() as tape:
            logits = decoder((features, caption[:, :-1]))  # must: keras-missing-training-flag
            loss = caption_loss(caption[:, 1:], logits)
        grads = tape.gradient(loss, decoder.trainable_weights)
        grads, _ = tf.clip_by_global_norm(grads, 5.0)
        optimizer.apply_gradients(zip(grads, decoder.trainable_weights))
        return loss

    return step


def train(dataset, words, epochs=20):
    tf.keras.utils.set_random_seed(45)
    decoder = Decoder(words)
    step = make_step(decoder, tf.keras.optimizers.Adam(1e-3))
    for epoch in range(epochs):
        losses = [float(step(features, caption)) for features, caption in dataset]
        print(epoch, sum(losses) / len(losses))
    decoder.save_weights("captions.weights.h5")
