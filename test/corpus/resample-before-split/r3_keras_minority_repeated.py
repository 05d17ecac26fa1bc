import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(31)

claims = pd.read_csv("claims.csv")
honest = claims[claims.fraud == 0]
fraud = claims[claims.fraud == 1]
print(len(honest), "honest,", len(fraud), "fraud")

more_fraud = fraud.sample(n=len(honest), replace=True, random_state=31)  # must: resample-before-split
table = pd.concat([honest, more_fraud]).sample(frac=1.0, random_state=31)

labels = table.pop("fraud").to_numpy("float32")
features = table.to_numpy("float32")
x_train, x_test, y_train, y_test = train_test_split(features, labels, test_size=0.2, random_state=31)

normalise = layers.Normalization()
normalise.adapt(x_train)
net = keras.Sequential(
    [
        keras.Input((x_train.shape[1],)),
        normalise,
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),
    ]
)
net.compile(optimizer="adam", loss="binary_crossentropy")
net.fit(x_train, y_train, epochs=20, batch_size=256, verbose=2)

scores = net.predict(x_test, batch_size=1024).ravel()
print("average precision", average_precision_score(y_test, scores))
print("share caught at 0.5", np.mean(scores[y_test == 1] > 0.5))
