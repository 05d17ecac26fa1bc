"""The model divides by 255 itself, so both parts go in raw; only the labels are changed."""
import tensorflow as tf
from tensorflow import keras

keras.utils.set_random_seed(2)
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
y_train_onehot = keras.utils.to_categorical(y_train, 10)

augment = keras.Sequential([keras.layers.RandomFlip("horizontal"), keras.layers.RandomRotation(0.05)])
train = tf.data.Dataset.from_tensor_slices((x_train, y_train_onehot)).shuffle(5000, seed=2).batch(64)
train = train.map(lambda x, y: (augment(tf.cast(x, tf.float32), training=True), y))
test = tf.data.Dataset.from_tensor_slices((x_test, keras.utils.to_categorical(y_test, 10))).batch(64)

model = keras.Sequential(
    [
        keras.Input((32, 32, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Conv2D(32, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=5)
print(model.evaluate(test))
