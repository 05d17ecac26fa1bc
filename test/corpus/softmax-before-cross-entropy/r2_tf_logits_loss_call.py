import tensorflow as tf

(x_train, y_train), _ = tf.keras.datasets.fashion_mnist.load_data()
ds = tf.data.Dataset.from_tensor_slices((x_train[..., None] / 255.0, y_train)).shuffle(10_000, seed=1).batch(128)


def conv_net():
    inp = tf.keras.Input((28, 28, 1))
    h = tf.keras.layers.Conv2D(32, 3, activation="relu")(inp)
    h = tf.keras.layers.GlobalAveragePooling2D()(h)
    out = tf.keras.layers.Dense(10, activation=tf.nn.softmax)(h)  # must: softmax-before-cross-entropy
    return tf.keras.Model(inp, out)


net = conv_net()
opt = tf.keras.optimizers.Adam(1e-3)


@tf.function
def step(images, labels):
    with tf.GradientTape() as tape:
        out = net(images, training=True)
        ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=out)
        loss = tf.reduce_mean(ce)
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))
    return loss


for epoch in range(5):
    for images, labels in ds:
        step(images, labels)
