"""A small net learns from a large one; the student is called without saying that it trains."""
import tensorflow as tf


class Distiller:
    def __init__(self, teacher_path, classes, temperature=4.0):
        self.teacher = tf.keras.models.load_model(teacher_path)
        self.teacher.trainable = False
        self.student = tf.keras.Sequential(
            [
                tf.keras.layers.SeparableConv2D(24, 3, strides=2, activation="relu"),
                tf.keras.layers.BatchNormalization(),
                tf.keras.layers.GlobalMaxPooling2D(),
                tf.keras.layers.Dense(classes),
            ]
        )
        self.optimizer = tf.keras.optimizers.SGD(0.05, momentum=0.9)
        self.kl = tf.keras.losses.KLDivergence()
        self.temperature = temperature

    def step(self, images):
        soft = tf.nn.softmax(self.teacher(images, training=False) / self.temperature)
        with tf.GradientTape() as tape:
            out = self.student(images)  # must: keras-missing-training-flag
            loss = self.kl(soft, tf.nn.softmax(out / self.temperature))
        variables = self.student.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss

    def run(self, dataset, epochs):
        for epoch in range(epochs):
            losses = [float(self.step(images)) for images, _ in dataset]
            print(epoch, sum(losses) / len(losses))
        self.student.save("student.keras")
