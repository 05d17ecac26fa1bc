import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler
import numpy as np


class Preprocessor:
    def __init__(self, numeric, names):
        self.numeric, self.names = numeric, names
        self.scaler, self.onehot = StandardScaler(), OneHotEncoder(handle_unknown="ignore", sparse_output=False)

    def fit(self, frame):
        self.scaler.fit(frame[self.numeric])
        self.onehot.fit(frame[self.names])
        return self

    def __call__(self, frame):
        return np.hstack([self.scaler.transform(frame[self.numeric]), self.onehot.transform(frame[self.names])])


adult = pd.read_csv("adult.csv")
train, test = train_test_split(adult, test_size=0.2, random_state=0)
prepare = Preprocessor(["age", "hours"], ["education", "occupation"]).fit(train)
lr = LogisticRegression(max_iter=1000).fit(prepare(train), train["rich"])
print(f1_score(test["rich"], lr.predict(prepare(test))))
