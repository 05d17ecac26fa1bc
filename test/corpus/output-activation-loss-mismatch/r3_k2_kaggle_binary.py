import numpy as np
import pandas as pd
from keras.layers import LSTM, Bidirectional, Dense, Dropout, Embedding
from keras.models import Sequential
from keras.preprocessing.sequence import pad_sequences
from keras.preprocessing.text import Tokenizer
import tensorflow as tf
from sklearn.model_selection import train_test_split

np.random.seed(0)
tf.random.set_seed(0)
MAX_WORDS = 30000
MAX_LEN = 60

train = pd.read_csv("../input/insincere/train.csv")
fit_rows, val_rows = train_test_split(train, test_size=0.1, random_state=0, stratify=train["target"])

tok = Tokenizer(num_words=MAX_WORDS)
tok.fit_on_texts(fit_rows["question"])


def to_ids(texts):
    return pad_sequences(tok.texts_to_sequences(texts), maxlen=MAX_LEN)


def get_model():
    model = Sequential()
    model.add(Embedding(MAX_WORDS, 128))
    model.add(Bidirectional(LSTM(64)))
    model.add(Dropout(0.2))
    model.add(Dense(1, activation="softmax"))
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])  # must: output-activation-loss-mismatch
    return model


model = get_model()
model.fit(
    to_ids(fit_rows["question"]), fit_rows["target"].values,
    batch_size=512, epochs=3,
    validation_data=(to_ids(val_rows["question"]), val_rows["target"].values),
)

unseen = pd.read_csv("../input/insincere/test.csv")
pred = model.predict(to_ids(unseen["question"]), batch_size=1024).ravel()
pd.DataFrame({"qid": unseen["qid"], "prediction": (pred > 0.5).astype(int)}).to_csv("submission.csv", index=False)
