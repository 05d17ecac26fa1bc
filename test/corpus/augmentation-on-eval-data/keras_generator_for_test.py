from tensorflow.keras import Sequential, layers, utils
from tensorflow.keras.preprocessing.image import ImageDataGenerator

utils.set_random_seed(9)

CONFIG = {"train": "xray/train", "test": "xray/test", "size": (128, 128), "batch": 32}

datagen = ImageDataGenerator(rescale=1.0 / 255, rotation_range=15, zoom_range=0.2, horizontal_flip=True)
train_flow = datagen.flow_from_directory(
    CONFIG["train"], target_size=CONFIG["size"], batch_size=CONFIG["batch"], class_mode="binary", seed=9
)
test_flow = datagen.flow_from_directory(  # must: augmentation-on-eval-data
    CONFIG["test"], target_size=CONFIG["size"], batch_size=CONFIG["batch"], class_mode="binary", shuffle=False
)


def build_model():
    return Sequential(
        [
            layers.Input(CONFIG["size"] + (3,)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(4),
            layers.Conv2D(32, 3, activation="relu"),
            layers.GlobalMaxPooling2D(),
            layers.Dropout(0.3),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


cnn = build_model()
cnn.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
cnn.fit(train_flow, epochs=12)
print(dict(zip(cnn.metrics_names, cnn.evaluate(test_flow))))
