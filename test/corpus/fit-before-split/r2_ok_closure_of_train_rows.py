"""A preprocessor is made from given rows and used as a plain function."""
from typing import Callable

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def make_preprocessor(rows: np.ndarray, width: int) -> Callable[[np.ndarray], np.ndarray]:
    scaler = StandardScaler().fit(rows)
    pca = PCA(width, random_state=0).fit(scaler.transform(rows))

    def apply(other: np.ndarray) -> np.ndarray:
        return pca.transform(scaler.transform(other))

    return apply


spectra = pd.read_csv("nir.csv", index_col=0)
protein = spectra.pop("protein").to_numpy()
a, b, pa, pb = train_test_split(spectra.to_numpy(), protein, random_state=5)
prep = make_preprocessor(a, 12)
model = Ridge(alpha=1.0).fit(prep(a), pa)
print("R2", model.score(prep(b), pb))
