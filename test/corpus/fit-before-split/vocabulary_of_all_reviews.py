import argparse

import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer


class ReviewClassifier:
    def __init__(self, words, length):
        self.length = length
        self.tokenizer = Tokenizer(num_words=words, oov_token="<unk>")
        self.net = keras.Sequential(
            [
                keras.layers.Embedding(words, 32),
                keras.layers.GlobalAveragePooling1D(),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        self.net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

    def encode(self, texts):
        self.tokenizer.fit_on_texts(texts)  # must: fit-before-split
        return pad_sequences(self.tokenizer.texts_to_sequences(texts), maxlen=self.length)

    def run(self, texts, labels, seed):
        encoded = self.encode(texts)
        x_tr, x_te, y_tr, y_te = train_test_split(encoded, labels, test_size=0.25, random_state=seed)
        self.net.fit(x_tr, y_tr, epochs=6, batch_size=64)
        return self.net.evaluate(x_te, y_te)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    parser.add_argument("--seed", type=int, default=0)
    a = parser.parse_args()
    keras.utils.set_random_seed(a.seed)
    reviews = pd.read_csv(a.csv)
    print(ReviewClassifier(10_000, 200).run(reviews["text"], reviews["positive"], a.seed))
