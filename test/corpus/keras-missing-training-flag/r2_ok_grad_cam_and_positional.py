import tensorflow as tf
from tensorflow import keras


def grad_cam(path, image, layer):
    model = keras.models.load_model(path)
    probe = keras.Model(model.inputs, [model.get_layer(layer).output, model.output])
    with tf.GradientTape() as tape:
        maps, scores = probe(image[None], training=False)
        top = tf.reduce_max(scores, axis=-1)
    weights = tf.reduce_mean(tape.gradient(top, maps), axis=(1, 2))
    return tf.nn.relu(tf.einsum("bhwc,bc->bhw", maps, weights))[0]


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop, self.out = keras.layers.Dropout(0.5), keras.layers.Dense(3)

    def call(self, x, training=False):
        return self.out(self.drop(x, training=training))


def train_batch(net, opt, x, y):
    with tf.GradientTape() as tape:
        loss = keras.losses.sparse_categorical_crossentropy(y, net(x, True), from_logits=True)
    opt.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


def main(batches):
    net, opt = Net(), keras.optimizers.Adam()
    for x, y in batches:
        train_batch(net, opt, x, y)
