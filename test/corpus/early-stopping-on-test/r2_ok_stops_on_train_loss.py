import numpy as np
from sklearn.metrics import accuracy_score
from tensorflow import keras

keras.utils.set_random_seed(20)
z = np.load("textures.npz")
net = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(8, activation="softmax")])
net.compile("adam", "sparse_categorical_crossentropy")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=3)
net.fit(z["x_train"], z["y_train"], epochs=100, batch_size=32, callbacks=[stop], verbose=0)
print(accuracy_score(z["y_test"], net.predict(z["x_test"]).argmax(1)))
