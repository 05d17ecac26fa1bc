import pandas as pd
from sklearn.decomposition import PCA
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import MinMaxScaler


class OctaneModel:
    def __init__(self, seed=0):
        self.scaler = MinMaxScaler()
        self.pca = PCA(n_components=6, random_state=seed)
        self.knn = KNeighborsRegressor(n_neighbors=5)

    def fit(self, spectra, octane):
        reduced = self.pca.fit_transform(self.scaler.fit_transform(spectra))
        self.knn.fit(reduced, octane)
        return self

    def predict(self, spectra):
        reduced = self.pca.transform(spectra)  # must: inconsistent-preprocessing
        return self.knn.predict(reduced)


if __name__ == "__main__":
    fuel = pd.read_csv("gasoline.csv")
    y = fuel.pop("octane")
    X_train, X_test, y_train, y_test = train_test_split(fuel, y, test_size=0.3, random_state=0)
    model = OctaneModel().fit(X_train, y_train)
    print(mean_squared_error(y_test, model.predict(X_test)))
