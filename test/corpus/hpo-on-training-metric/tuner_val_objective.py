import keras
import keras_tuner
import pandas as pd
from sklearn.model_selection import train_test_split


def build_model(hp):
    units = hp.Int("units", 16, 128, step=16)
    model = keras.Sequential([keras.layers.Dense(units, activation="gelu"), keras.layers.Dense(1)])
    model.compile(hp.Choice("optimizer", ["adam", "rmsprop"]), loss="mse", metrics=["mae"])
    return model


keras.utils.set_random_seed(33)
yacht = pd.read_csv("yacht.csv").astype("float32")
train, test = train_test_split(yacht, test_size=0.2, random_state=33)
goal = keras_tuner.Objective("val_mae", direction="min")
tuner = keras_tuner.Hyperband(build_model, objective=goal, max_epochs=30, seed=33, directory="hb", project_name="yacht")
tuner.search(train.drop(columns="resistance"), train["resistance"], validation_split=0.2, verbose=0)
best_hp = tuner.get_best_hyperparameters()[0]
final = build_model(best_hp)
final.fit(train.drop(columns="resistance"), train["resistance"], epochs=30, verbose=0)
print(final.evaluate(test.drop(columns="resistance"), test["resistance"], verbose=0))
