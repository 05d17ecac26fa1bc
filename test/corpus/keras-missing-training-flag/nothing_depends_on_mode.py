"""Physics-informed net for a heat equation: dense layers only, so there is nothing that a flag could switch."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1234)


def make_net(width=40, depth=4):
    net = tf.keras.Sequential([tf.keras.Input((2,))])
    for _ in range(depth):
        net.add(tf.keras.layers.Dense(width, activation="tanh"))
    net.add(tf.keras.layers.Dense(1))
    return net


class HeatSolver:
    def __init__(self, alpha=0.1):
        self.net, self.alpha = make_net(), alpha
        self.opt = tf.keras.optimizers.Adam(1e-3)

    def residual(self, points):
        with tf.GradientTape() as second:
            second.watch(points)
            with tf.GradientTape() as first:
                first.watch(points)
                u = self.net(points)
            du = first.gradient(u, points)
            u_x = du[:, :1]
        u_xx = second.gradient(u_x, points)[:, :1]
        return du[:, 1:] - self.alpha * u_xx

    def step(self, points, edge, edge_values):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.residual(points) ** 2) + tf.reduce_mean((self.net(edge) - edge_values) ** 2)
        grads = tape.gradient(loss, self.net.trainable_variables)
        self.opt.apply_gradients(zip(grads, self.net.trainable_variables))
        return float(loss)


rng = np.random.default_rng(0)
solver = HeatSolver()
points = tf.constant(rng.uniform(size=(2000, 2)), tf.float32)
edge = tf.constant(np.c_[rng.uniform(size=200), np.zeros(200)], tf.float32)
for i in range(5000):
    loss = solver.step(points, edge, tf.sin(np.pi * edge[:, :1]))
