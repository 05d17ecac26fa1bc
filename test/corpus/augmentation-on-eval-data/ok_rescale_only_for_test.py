"""The test generator shares nothing but the scale; the augmenting layers live in the model and rest at test time."""
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
Gen = tf.keras.preprocessing.image.ImageDataGenerator
train_gen = Gen(rescale=1 / 255, shear_range=0.1, width_shift_range=0.1, height_shift_range=0.1)
test_gen = Gen(rescale=1 / 255)
options = dict(target_size=(96, 96), class_mode="categorical")
train = train_gen.flow_from_directory("waste/train", seed=4, **options)
test = test_gen.flow_from_directory("waste/test", shuffle=False, **options)

model = tf.keras.Sequential(
    [
        tf.keras.Input((96, 96, 3)),
        tf.keras.layers.RandomFlip("horizontal"),
        tf.keras.layers.RandomContrast(0.2),
        tf.keras.layers.Conv2D(32, 3, activation="relu"),
        tf.keras.layers.GlobalAveragePooling2D(),
        tf.keras.layers.Dense(train.num_classes, activation="softmax"),
    ]
)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=10)
print(model.evaluate(test))
