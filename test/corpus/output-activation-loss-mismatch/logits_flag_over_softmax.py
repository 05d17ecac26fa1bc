import tensorflow as tf
from tensorflow.keras import layers, models

tf.keras.utils.set_random_seed(20)
BATCH, SIZE = 32, (180, 180)


def datasets(folder):
    common = dict(validation_split=0.2, seed=20, image_size=SIZE, batch_size=BATCH)
    train = tf.keras.utils.image_dataset_from_directory(folder, subset="training", **common)
    val = tf.keras.utils.image_dataset_from_directory(folder, subset="validation", **common)
    return train, val, train.class_names


train_ds, val_ds, class_names = datasets("flower_photos")
model = models.Sequential(
    [
        layers.Rescaling(1.0 / 255, input_shape=SIZE + (3,)),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(len(class_names), activation="softmax"),
    ]
)
model.compile(
    optimizer="adam",
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),  # must: output-activation-loss-mismatch
    metrics=["accuracy"],
)
model.fit(train_ds, validation_data=val_ds, epochs=10)
model.save("flowers.keras")
