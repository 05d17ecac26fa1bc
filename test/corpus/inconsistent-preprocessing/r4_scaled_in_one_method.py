import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import MinMaxScaler


class GaitClassifier:
    def __init__(self, neighbours=7):
        self.scaler = MinMaxScaler()
        self.knn = KNeighborsClassifier(neighbours)

    def fit(self, X, y):
        scaled = self.scaler.fit_transform(X)
        self.knn.fit(scaled, y)
        return self

    def predict(self, X):
        return self.knn.predict(np.asarray(X))  # must: inconsistent-preprocessing


def main():
    gait = pd.read_csv("gait.csv")
    who = gait.pop("condition")
    X_train, X_test, y_train, y_test = train_test_split(gait, who, test_size=0.2, stratify=who, random_state=18)
    model = GaitClassifier().fit(X_train, y_train)
    print(accuracy_score(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
