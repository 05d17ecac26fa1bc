from __future__ import print_function

import numpy as np
from keras.datasets import reuters
from keras.layers import Activation, Dense, Dropout
from keras.models import Sequential
from keras.preprocessing.text import Tokenizer
from keras.utils import to_categorical

np.random.seed(1337)
max_words = 5000
options = {"batch_size": 32, "epochs": 4, "verbose": 1}

(x_train, y_train), (x_test, y_test) = reuters.load_data(num_words=max_words, seed=113)
num_classes = int(np.max(y_train)) + 1

tokenizer = Tokenizer(num_words=max_words)
x_train = tokenizer.sequences_to_matrix(x_train, mode="binary")
x_test = tokenizer.sequences_to_matrix(x_test, mode="binary")
y_train = to_categorical(y_train, num_classes)
y_test = to_categorical(y_test, num_classes)

model = Sequential()
model.add(Dense(512, input_shape=(max_words,)))
model.add(Activation("relu"))
model.add(Dropout(0.5))
model.add(Dense(num_classes))
model.add(Activation("softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])

options["validation_data"] = (x_test, y_test)  # must: validation-data-is-test
history = model.fit(x_train, y_train, **options)
print("curve:", history.history["val_loss"])

score = model.evaluate(x_test, y_test, batch_size=32, verbose=0)
print("Test score:", score[0])
print("Test accuracy:", score[1])
