import sys

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def read(path):
    frame = pd.read_csv(path)
    return frame.dropna(subset=["target"])


def reduce_spectra(frame, n=10):
    """Project the spectra onto a few components."""
    spectra = frame.filter(regex=r"^wl_").to_numpy()
    pca = PCA(n_components=n, svd_solver="full")
    return pca.fit_transform(spectra)  # must: fit-before-split


def main(path):
    frame = read(path)
    y = frame["target"].to_numpy()
    X = reduce_spectra(frame)
    X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.3, random_state=8)
    reg = LinearRegression().fit(X_tr, y_tr)
    print("MAE", mean_absolute_error(y_te, reg.predict(X_te)))
    print("MAE of the mean", mean_absolute_error(y_te, np.full_like(y_te, y_tr.mean())))


if __name__ == "__main__":
    main(sys.argv[1])
