import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)


def make_model(classes):
    return tf.keras.Sequential(
        [
            layers.Conv2D(32, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.GlobalAveragePooling2D(),
            layers.Dropout(0.5),
            layers.Dense(classes),
        ]
    )


model = make_model(10)
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()
train_loss = tf.keras.metrics.Mean()
test_acc = tf.keras.metrics.SparseCategoricalAccuracy()


@tf.function
def train_step(images, labels):
    with tf.GradientTape() as tape:
        predictions = model(images)  # must: keras-missing-training-flag
        loss = loss_fn(labels, predictions)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    train_loss.update_state(loss)


@tf.function
def test_step(images, labels):
    test_acc.update_state(labels, model(images, training=False))


(x_train, y_train), (x_test, y_test) = tf.keras.datasets.cifar10.load_data()
train_ds = tf.data.Dataset.from_tensor_slices((x_train / 255.0, y_train)).shuffle(10_000, seed=0).batch(64)
test_ds = tf.data.Dataset.from_tensor_slices((x_test / 255.0, y_test)).batch(256)
for epoch in range(5):
    train_loss.reset_state()
    for images, labels in train_ds:
        train_step(images, labels)
    print(epoch, train_loss.result().numpy())
for images, labels in test_ds:
    test_step(images, labels)
print("test accuracy", test_acc.result().numpy())
