from sklearn.decomposition import PCA
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
import numpy as np


class FaceBench:
    """Eigenfaces with nearest neighbours."""

    def __init__(self, faces, people, n_components=40):
        self.pca = PCA(n_components=n_components, svd_solver="full")
        self.knn = KNeighborsClassifier(n_neighbors=1)
        split = train_test_split(faces, people, test_size=0.25, random_state=10, stratify=people)
        self.X_train, self.X_test, self.y_train, self.y_test = split

    def fit(self):
        low = self.pca.fit_transform(self.X_train)
        self.knn.fit(low, self.y_train)
        return self

    def accuracy(self):
        low = self.pca.fit_transform(self.X_test)  # must: fit-on-test
        return self.knn.score(low, self.y_test)

    def floor(self):
        return DummyClassifier().fit(self.X_train, self.y_train).score(self.X_test, self.y_test)


if __name__ == "__main__":
    blob = np.load("faces.npz")
    bench = FaceBench(blob["faces"], blob["people"]).fit()
    print(bench.accuracy(), bench.floor())
