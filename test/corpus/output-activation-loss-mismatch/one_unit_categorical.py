import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import BatchNormalization, Dense, Dropout
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed


def build_classifier(units=16, rate=0.1):
    classifier = Sequential()
    classifier.add(BatchNormalization(input_shape=(11,)))
    classifier.add(Dense(units, kernel_initializer="he_uniform", activation="relu"))
    classifier.add(Dropout(rate))
    classifier.add(Dense(1, activation="sigmoid"))
    classifier.compile("adam", loss="categorical_crossentropy", metrics=["accuracy"])  # must: output-activation-loss-mismatch
    return classifier


set_random_seed(0)
bank = pd.read_csv("Churn_Modelling.csv").select_dtypes("number")
X_train, X_test, y_train, y_test = train_test_split(
    bank.drop(columns="Exited").iloc[:, :11], bank["Exited"], test_size=0.2, random_state=0
)
ann = build_classifier()
ann.fit(X_train, y_train, batch_size=10, epochs=100)
print(ann.evaluate(X_test, y_test))
