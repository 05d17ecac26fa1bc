import keras
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(1)
frame = pd.read_csv("transactions.csv")
fraud = frame.pop("fraud").to_numpy()
X = frame.to_numpy(dtype="float32")
learn, unseen = train_test_split(X[fraud == 0], random_state=1)
inp = keras.Input((X.shape[1],))
code = keras.layers.Dense(4, activation="tanh")(inp)
auto = keras.Model(inp, keras.layers.Dense(X.shape[1])(code))
auto.compile("adam", "mse")
auto.fit(learn, learn, epochs=20, batch_size=256, validation_split=0.1, verbose=0)
for name, rows in (("unseen normal", unseen), ("fraud", X[fraud == 1])):
    print(name, np.median(np.square(auto.predict(rows) - rows).mean(axis=1)))
