"""The split for the test and the share that keras watches are two things."""
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

keras.utils.set_random_seed(8)
X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=8)

model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dropout(0.4), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, validation_split=0.1, epochs=30, verbose=0)
print("mse", model.evaluate(X_test, y_test), "mean", np.var(y_test))
