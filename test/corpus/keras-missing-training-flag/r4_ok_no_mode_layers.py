import tensorflow as tf
from tensorflow.keras import Sequential, layers, optimizers


def field(width, depth):
    """Coordinates to density: dense layers only, nothing that depends on the mode."""
    return Sequential([layers.Dense(width, activation="relu") for _ in range(depth)] + [layers.Dense(1)])


def make_step(model, optimizer):
    @tf.function
    def step(points, density):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(points) - density))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return loss

    return step


def fit_field(dataset, epochs, width=128, depth=6):
    tf.random.set_seed(3)
    model = field(width, depth)
    step = make_step(model, optimizers.Adam(1e-3))
    for epoch in range(epochs):
        losses = [float(step(points, density)) for points, density in dataset]
        print(epoch, sum(losses) / len(losses))
    return model
