import keras
import numpy as np
import pandas as pd

keras.utils.set_random_seed(1)
frame = pd.read_csv("transactions.csv")
fraud = frame.pop("fraud").to_numpy()
X = frame.to_numpy(dtype="float32")
normal = X[fraud == 0]
inp = keras.Input((X.shape[1],))
code = keras.layers.Dense(4, activation="tanh")(inp)
auto = keras.Model(inp, keras.layers.Dense(X.shape[1])(code))
auto.compile("adam", "mse")
auto.fit(normal, normal, epochs=20, batch_size=256, validation_split=0.1, verbose=0)
error = np.square(auto.predict(X) - X).mean(axis=1)
print("median error:", np.median(error[fraud == 0]), np.median(error[fraud == 1]))
