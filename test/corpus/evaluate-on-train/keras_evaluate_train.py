import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(2)
data = np.loadtxt("pima.csv", delimiter=",")
X = data[:, 0:8]
y = data[:, 8]

model = keras.Sequential()
model.add(keras.layers.Input((8,)))
model.add(keras.layers.Dense(12, activation="relu"))
model.add(keras.layers.Dense(8, activation="relu"))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=150, batch_size=10, verbose=0)

_, accuracy = model.evaluate(X, y)  # must: evaluate-on-train
print("Accuracy: %.2f" % (accuracy * 100), "majority: %.2f" % (100 * max(y.mean(), 1 - y.mean())))
