"""Explains a process rather than predicting it: residuals of the fit are looked at for outliers."""
import numpy as np
import pandas as pd
from sklearn.linear_model import HuberRegressor
from sklearn.model_selection import cross_val_score

lab = pd.read_csv("titration.csv")
X, y = lab[["volume", "temperature"]], lab["ph"]
fit = HuberRegressor().fit(X, y)
residual = y - fit.predict(X)
outliers = lab[np.abs(residual) > 3 * residual.std()]
outliers.to_csv("to_repeat.csv")
print("cross-validated R2", cross_val_score(HuberRegressor(), X, y, cv=5).mean())
