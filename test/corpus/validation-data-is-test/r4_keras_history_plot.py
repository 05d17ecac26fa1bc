import keras
import matplotlib.pyplot as plt
import pandas as pd
from keras import layers
from sklearn.model_selection import train_test_split


class Study:
    def __init__(self, path, target, seed=70):
        keras.utils.set_random_seed(seed)
        table = pd.read_csv(path)
        y = table.pop(target).to_numpy("float32")
        self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(
            table.to_numpy("float32"), y, test_size=0.2, random_state=seed
        )
        self.model = keras.Sequential([layers.Dense(64, activation="relu"), layers.Dense(1)])
        self.model.compile("adam", "mse", metrics=["mae"])

    @property
    def held_out(self):
        return self.X_test, self.y_test

    def train(self, epochs=50):
        self.history = self.model.fit(
            self.X_train,
            self.y_train,
            epochs=epochs,
            validation_data=self.held_out,  # must: validation-data-is-test
        )

    def plot(self):
        plt.plot(self.history.history["mae"])
        plt.plot(self.history.history["val_mae"])
        plt.savefig("history.png")

    def report(self):
        return dict(zip(self.model.metrics_names, self.model.evaluate(*self.held_out, verbose=0)))


if __name__ == "__main__":
    study = Study("wells.csv", "depth")
    study.train()
    study.plot()
    print(study.report())
