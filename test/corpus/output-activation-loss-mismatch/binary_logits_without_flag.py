import keras
from keras import Sequential, layers, losses
from keras.datasets import imdb
from keras.utils import pad_sequences

keras.utils.set_random_seed(101)
(x_train, y_train), (x_test, y_test) = imdb.load_data(num_words=20000)
x_train, x_test = pad_sequences(x_train, 200), pad_sequences(x_test, 200)

net = Sequential([layers.Embedding(20000, 16), layers.GlobalAveragePooling1D(), layers.Dropout(0.2), layers.Dense(1)])
criterion = losses.BinaryCrossentropy()
net.compile(loss=criterion, optimizer="adam", metrics=["accuracy"])  # must: output-activation-loss-mismatch
net.fit(x_train, y_train, epochs=10, validation_split=0.1)
print(net.evaluate(x_test, y_test))
