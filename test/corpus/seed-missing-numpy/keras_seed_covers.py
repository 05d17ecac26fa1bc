import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(812)

x = np.random.uniform(-3, 3, size=(4000, 1))
y = np.sin(x) + np.random.normal(0, 0.1, size=x.shape)
model = keras.Sequential([layers.Dense(32, activation="tanh"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, validation_split=0.2, epochs=20, verbose=2)
print("noise floor", 0.01)
