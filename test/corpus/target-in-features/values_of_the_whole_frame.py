import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(3)


class DiabetesModel:
    def __init__(self, csv):
        df = pd.read_csv(csv)
        df = df.drop(["patient_no"], axis=1)
        self.y = df["outcome"].values
        self.X = df.values.astype("float32")  # must: target-in-features

    def build(self):
        net = tf.keras.Sequential(
            [
                tf.keras.layers.BatchNormalization(),
                tf.keras.layers.Dense(24, activation="relu"),
                tf.keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        net.compile("adam", "binary_crossentropy", metrics=["AUC"])
        return net

    def run(self):
        a, b, ya, yb = train_test_split(self.X, self.y, test_size=0.2, random_state=3)
        net = self.build()
        net.fit(a, ya, epochs=40, verbose=0)
        return net.evaluate(b, yb, verbose=0)


print(DiabetesModel("pima.csv").run())
