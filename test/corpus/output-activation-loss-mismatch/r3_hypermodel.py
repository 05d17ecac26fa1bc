import keras
import keras_tuner as kt
from keras import layers


class SoundTagger(kt.HyperModel):
    def __init__(self, classes):
        super().__init__()
        self.classes = classes

    def build(self, hp):
        inputs = keras.Input((128, 64, 1))
        x = inputs
        for i in range(hp.Int("blocks", 2, 4)):
            x = layers.Conv2D(hp.Choice(f"width_{i}", [32, 64, 128]), 3, padding="same", activation="relu")(x)
            x = layers.MaxPooling2D()(x)
        x = layers.GlobalAveragePooling2D()(x)
        x = layers.Dropout(hp.Float("dropout", 0.0, 0.5))(x)
        outputs = layers.Dense(self.classes, activation="softmax")(x)
        model = keras.Model(inputs, outputs)
        model.compile(
            optimizer=keras.optimizers.Adam(hp.Float("lr", 1e-4, 1e-2, sampling="log")),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),  # must: output-activation-loss-mismatch
            metrics=["accuracy"],
        )
        return model


def tune(train, valid, classes):
    keras.utils.set_random_seed(14)
    tuner = kt.RandomSearch(SoundTagger(classes), objective="val_accuracy", max_trials=20, seed=14, directory="search")
    tuner.search(train, validation_data=valid, epochs=15)
    return tuner.get_best_hyperparameters()[0]
