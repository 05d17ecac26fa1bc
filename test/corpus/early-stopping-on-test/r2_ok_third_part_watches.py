import keras
import numpy as np
from keras.callbacks import EarlyStopping, ReduceLROnPlateau
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(2)


def three_parts(*arrays, share=0.15, seed=2):
    rest_and_test = train_test_split(*arrays, test_size=share, random_state=seed)
    rest, test = rest_and_test[0::2], rest_and_test[1::2]
    fit_and_val = train_test_split(*rest, test_size=share, random_state=seed)
    return fit_and_val[0::2], fit_and_val[1::2], test


X, y = np.load("jets_x.npy"), np.load("jets_y.npy")
(X_fit, y_fit), (X_val, y_val), (X_test, y_test) = three_parts(X, y)
inp = keras.Input(X.shape[1:])
h = keras.layers.Dense(128, activation="relu")(inp)
net = keras.Model(inp, keras.layers.Dense(1, activation="sigmoid")(keras.layers.Dropout(0.2)(h)))
net.compile("adam", "binary_crossentropy", metrics=[keras.metrics.AUC(name="auc")])
net.fit(
    X_fit,
    y_fit,
    epochs=200,
    validation_data=(X_val, y_val),
    callbacks=[EarlyStopping(patience=10, restore_best_weights=True), ReduceLROnPlateau(patience=4)],
)
print(net.evaluate(X_test, y_test, return_dict=True))
