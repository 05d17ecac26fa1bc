import keras
import numpy as np
from keras.applications import VGG16
from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model
from keras.preprocessing.image import ImageDataGenerator

np.random.seed(10)

train_gen = ImageDataGenerator(rescale=1.0 / 255, horizontal_flip=True, rotation_range=15)
plain_gen = ImageDataGenerator(rescale=1.0 / 255)
train_flow = train_gen.flow_from_directory("xray/train", target_size=(150, 150), batch_size=32, class_mode="binary", seed=10)
test_flow = plain_gen.flow_from_directory("xray/test", target_size=(150, 150), batch_size=32, class_mode="binary", shuffle=False)

base = VGG16(include_top=False, weights="imagenet", input_shape=(150, 150, 3))
base.trainable = False
x = GlobalAveragePooling2D()(base.output)
model = Model(inputs=base.input, outputs=Dense(1, activation="sigmoid")(x))
model.compile(optimizer=keras.optimizers.Adam(lr=1e-4), loss="binary_crossentropy", metrics=["accuracy"])
model.fit_generator(
    train_flow,
    steps_per_epoch=len(train_flow),
    epochs=15,
    validation_data=test_flow,  # must: validation-data-is-test
    validation_steps=len(test_flow),
)
loss, acc = model.evaluate_generator(test_flow, steps=len(test_flow))
print("Test accuracy: %.3f" % acc)
