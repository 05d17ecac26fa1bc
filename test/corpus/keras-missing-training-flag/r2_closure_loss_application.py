import tensorflow as tf


def make_trainer(classes, lr):
    base = tf.keras.applications.MobileNetV2(include_top=False, weights=None, pooling="avg")
    x = tf.keras.layers.Dropout(0.2)(base.output)
    model = tf.keras.Model(base.input, tf.keras.layers.Dense(classes)(x))
    opt = tf.keras.optimizers.SGD(lr, momentum=0.9)

    def loss_fn(images, labels):
        logits = model(images)  # must: keras-missing-training-flag
        return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))

    def fit(ds, epochs):
        for _ in range(epochs):
            for images, labels in ds:
                with tf.GradientTape() as tape:
                    loss = loss_fn(images, labels)
                opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        return model

    return fit
