import numpy as np
from tensorflow import keras
from tensorflow.keras import callbacks, layers

keras.utils.set_random_seed(2)
x_train, y_train = np.load("x_train.npy"), np.load("y_train.npy")
x_val, y_val = np.load("x_val.npy"), np.load("y_val.npy")

inp = keras.Input((20,))
out = layers.Dense(1)(layers.Dropout(0.3)(layers.Dense(32, "relu")(inp)))
model = keras.Model(inp, out)
model.compile("adam", "mae")
stop = callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=200, callbacks=[stop], verbose=0)

print("train", model.evaluate(x_train, y_train, verbose=0))
print("val  ", model.evaluate(x_val, y_val, verbose=0))
print("mean ", np.abs(y_val - y_train.mean()).mean())
