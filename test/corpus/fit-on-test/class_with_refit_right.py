from sklearn.decomposition import TruncatedSVD
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
import numpy as np


class FaceBench:
    def __init__(self, faces, people):
        self.svd = TruncatedSVD(n_components=40, random_state=0)
        self.knn = KNeighborsClassifier(n_neighbors=1)
        split = train_test_split(faces, people, test_size=0.25, random_state=10, stratify=people)
        self.X_train, self.X_test, self.y_train, self.y_test = split

    def project(self, X, learn):
        return self.svd.fit_transform(X) if learn else self.svd.transform(X)

    def fit(self):
        self.knn.fit(self.project(self.X_train, learn=True), self.y_train)
        return self

    def accuracy(self):
        return self.knn.score(self.project(self.X_test, learn=False), self.y_test)

    def floor(self):
        return DummyClassifier().fit(self.X_train, self.y_train).score(self.X_test, self.y_test)


if __name__ == "__main__":
    blob = np.load("faces.npz")
    bench = FaceBench(blob["faces"], blob["people"]).fit()
    print(bench.accuracy(), bench.floor())
