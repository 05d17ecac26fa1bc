"""Convolutional network on images from folders."""
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)

train = tf.keras.utils.image_dataset_from_directory("images/train", image_size=(96, 96), seed=1)
test = tf.keras.utils.image_dataset_from_directory("images/test", image_size=(96, 96), shuffle=False)

model = tf.keras.Sequential([
    layers.Rescaling(1.0 / 255, input_shape=(96, 96, 3)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(5),
])
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(train, epochs=10)
loss, acc = model.evaluate(test)  # must: no-baseline-evaluated
print(f"loss {loss:.3f} accuracy {acc:.3f}")
