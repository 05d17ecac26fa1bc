"""Standard normal variate: every spectrum is scaled by its own mean and deviation."""
import numpy as np
import pandas as pd
from sklearn.cross_decomposition import PLSRegression
from sklearn.model_selection import KFold, cross_val_predict


def snv(spectra):
    mean = spectra.mean(axis=1, keepdims=True)
    std = spectra.std(axis=1, keepdims=True)
    return (spectra - mean) / std


def baseline(spectra):
    return spectra - np.min(spectra, axis=-1, keepdims=True)


table = pd.read_csv("nir.csv")
protein = table.pop("protein").to_numpy()
table = table.fillna(0.0)
spectra = snv(baseline(table.to_numpy()))

pls = PLSRegression(n_components=8)
folds = KFold(n_splits=10, shuffle=True, random_state=0)
pred = cross_val_predict(pls, spectra, protein, cv=folds).ravel()
print("Q2", 1 - ((protein - pred) ** 2).sum() / ((protein - protein.mean()) ** 2).sum())
