from tensorflow import keras
from tensorflow.keras.layers import Dense, Dropout


def churn_model(n):
    m = keras.Sequential([keras.Input((n,)), Dense(32, "relu"), Dropout(0.2), Dense(1, activation="sigmoid")])
    m.compile("adam", "binary_crossentropy", metrics=[keras.metrics.AUC()])
    return m


def segment_model(n, groups):
    m = keras.Sequential([keras.Input((n,)), Dense(32, "relu"), Dropout(0.2), Dense(groups, activation="softmax")])
    m.compile("adam", "binary_crossentropy")  # must: output-activation-loss-mismatch
    return m


def train(x, churned, segment_onehot):
    first = churn_model(x.shape[1])
    second = segment_model(x.shape[1], 4)
    first.fit(x, churned, epochs=10, validation_split=0.2)
    second.fit(x, segment_onehot, epochs=10, validation_split=0.2)
    return first, second
