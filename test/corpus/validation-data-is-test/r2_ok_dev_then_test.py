import tensorflow as tf
import tensorflow_datasets as tfds

tf.keras.utils.set_random_seed(71)
(train, dev, test), info = tfds.load("rock_paper_scissors:3.0.0", split=["train[:85%]", "train[85%:]", "test"], as_supervised=True, with_info=True)


def ready(ds, training=False):
    ds = ds.map(lambda img, y: (tf.image.resize(img, (96, 96)) / 255.0, y), num_parallel_calls=tf.data.AUTOTUNE)
    if training:
        ds = ds.shuffle(1000, seed=71)
    return ds.batch(32).prefetch(tf.data.AUTOTUNE)


net = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(32, 3, activation="relu", input_shape=(96, 96, 3)),
        tf.keras.layers.GlobalMaxPooling2D(),
        tf.keras.layers.Dense(info.features["label"].num_classes),
    ]
)
net.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
net.fit(ready(train, training=True), epochs=10, validation_data=ready(dev))
print(net.evaluate(ready(test), return_dict=True))
