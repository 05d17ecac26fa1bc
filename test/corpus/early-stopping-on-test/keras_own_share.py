import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

tf.keras.utils.set_random_seed(8)
(x_train, y_train), (x_test, y_test) = tf.keras.datasets.reuters.load_data(num_words=5000)


def to_counts(docs):
    out = np.zeros((len(docs), 5000), "float32")
    for row, doc in enumerate(docs):
        np.add.at(out[row], doc, 1)
    return np.log1p(out)


x_train, x_test = to_counts(x_train), to_counts(x_test)
newswire = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dropout(0.5),
        tf.keras.layers.Dense(46, activation="softmax"),
    ]
)
newswire.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
newswire.fit(
    x_train,
    y_train,
    epochs=50,
    batch_size=256,
    validation_split=0.15,
    callbacks=[EarlyStopping(patience=4, restore_best_weights=True), ReduceLROnPlateau(patience=2)],
)
print(dict(zip(newswire.metrics_names, newswire.evaluate(x_test, y_test, verbose=0))))
