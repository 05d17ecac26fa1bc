"""The inner part is called test out of habit; the judge is the hold-out that was put aside first."""
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

FRACTION = 0.15

tf.keras.utils.set_random_seed(3)
table = pd.read_csv("wine.csv")
target = table.pop("quality").astype("float32")

rest_X, holdout_X, rest_y, holdout_y = train_test_split(table, target, test_size=FRACTION, random_state=3)
X_train, X_test, y_train, y_test = train_test_split(rest_X, rest_y, test_size=FRACTION, random_state=3)

model = tf.keras.Sequential(
    [
        tf.keras.layers.BatchNormalization(),
        tf.keras.layers.Dense(32, activation="relu"),
        tf.keras.layers.Dense(1),
    ]
)
model.compile("adam", "mse", metrics=["mae"])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=60, batch_size=64, verbose=0)

print("hold-out (mse, mae):", model.evaluate(holdout_X, holdout_y, verbose=0))
