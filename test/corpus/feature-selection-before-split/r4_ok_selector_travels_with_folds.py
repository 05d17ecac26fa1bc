import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold


def fold_error(selector, regressor, X, y, train, test):
    chosen = clone(selector).fit(X.iloc[train], y.iloc[train])
    model = clone(regressor).fit(chosen.transform(X.iloc[train]), y.iloc[train])
    return mean_absolute_error(y.iloc[test], model.predict(chosen.transform(X.iloc[test])))


spectra = pd.read_csv("nir_spectra.csv")
protein = spectra.pop("protein")
folds = KFold(10, shuffle=True, random_state=14)
errors = [
    fold_error(SelectKBest(f_regression, k=40), RidgeCV(np.logspace(-3, 3, 13)), spectra, protein, train, test)
    for train, test in folds.split(spectra)
]
print(f"MAE {np.mean(errors):.3f}")
