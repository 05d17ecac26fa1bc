import keras
import numpy as np
from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential
from keras.preprocessing.sequence import pad_sequences

texts, labels = np.load("seqs.npy", allow_pickle=False), np.load("labels.npy")
x = pad_sequences(texts, maxlen=80)

model = Sequential()
model.add(Embedding(20000, 64))
model.add(LSTM(64))
model.add(Dense(1, activation="softmax"))
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",  # must: output-activation-loss-mismatch
    metrics=["accuracy"],
)
model.fit(x, labels, epochs=3, batch_size=32, validation_split=0.1)
