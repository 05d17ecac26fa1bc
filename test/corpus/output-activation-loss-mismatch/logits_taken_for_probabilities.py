"""Functional model; the last layer is linear and the loss by name takes its values for probabilities."""
import keras
from keras import layers


class SpeakerModel:
    def __init__(self, frames, mels, speakers):
        spectrogram = layers.Input((frames, mels), name="mel")
        x = layers.Conv1D(64, 5, activation="relu")(spectrogram)
        x = layers.Bidirectional(layers.LSTM(64))(x)
        x = layers.Dropout(0.3)(x)
        logits = layers.Dense(speakers, name="logits")(x)
        self.net = keras.Model(inputs=spectrogram, outputs=logits)

    def compile(self, lr):
        self.net.compile(
            optimizer=keras.optimizers.Adam(learning_rate=lr),
            loss="sparse_categorical_crossentropy",  # must: output-activation-loss-mismatch
            metrics=["sparse_categorical_accuracy"],
        )
        return self.net

    def train(self, mels, speakers, epochs=20):
        keras.utils.set_random_seed(0)
        return self.compile(1e-3).fit(mels, speakers, validation_split=0.1, epochs=epochs)
