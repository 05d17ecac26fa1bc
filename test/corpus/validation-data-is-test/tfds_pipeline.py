import tensorflow as tf
import tensorflow_datasets as tfds

tf.keras.utils.set_random_seed(99)

(ds_train, ds_test), ds_info = tfds.load("kmnist", split=["train", "test"], as_supervised=True, with_info=True)


def prep(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


ds_train = ds_train.map(prep).cache().shuffle(ds_info.splits["train"].num_examples).batch(128).prefetch(tf.data.AUTOTUNE)
ds_test = ds_test.map(prep).batch(128).cache().prefetch(tf.data.AUTOTUNE)

inputs = tf.keras.Input((28, 28, 1))
x = tf.keras.layers.Conv2D(32, 3, activation="relu")(inputs)
x = tf.keras.layers.MaxPool2D()(x)
x = tf.keras.layers.Flatten()(x)
outputs = tf.keras.layers.Dense(10)(x)
cnn = tf.keras.Model(inputs, outputs)
cnn.compile(
    optimizer=tf.keras.optimizers.Adam(1e-3),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = cnn.fit(ds_train, epochs=10, validation_data=ds_test)  # must: validation-data-is-test

loss, acc = cnn.evaluate(ds_test)
print("accuracy on the test images:", acc)
