import tensorflow as tf
import tensorflow_datasets as tfds

tf.keras.utils.set_random_seed(9)
SIZE = 64


def augment(image, label):
    image = tf.image.resize(tf.cast(image, tf.float32) / 255.0, (SIZE + 8, SIZE + 8))
    image = tf.image.random_crop(image, (SIZE, SIZE, 3))
    image = tf.image.random_flip_left_right(image)
    return tf.image.random_brightness(image, 0.2), label


train, test = tfds.load("cars196", split=["train", "test"], as_supervised=True)
train_ds = train.shuffle(2000, seed=9).map(augment, tf.data.AUTOTUNE).batch(32).prefetch(1)
test_ds = test.map(augment, tf.data.AUTOTUNE).batch(32).prefetch(1)  # must: augmentation-on-eval-data

net = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(32, 3, activation="relu", input_shape=(SIZE, SIZE, 3)),
        tf.keras.layers.GlobalAveragePooling2D(),
        tf.keras.layers.Dense(196),
    ]
)
net.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
net.fit(train_ds, epochs=30)
print(net.evaluate(test_ds, return_dict=True))
