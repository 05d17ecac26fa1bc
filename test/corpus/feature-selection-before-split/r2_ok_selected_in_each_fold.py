import numpy as np
import pandas as pd
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import Lasso, LinearRegression
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler


def run_fold(X, y, fit, judge):
    scaler = StandardScaler().fit(X[fit])
    pick = SelectFromModel(Lasso(alpha=0.05)).fit(scaler.transform(X[fit]), y[fit])
    prep = lambda rows: pick.transform(scaler.transform(rows))  # noqa: E731
    model = LinearRegression().fit(prep(X[fit]), y[fit])
    return model.score(prep(X[judge]), y[judge])


frame = pd.read_csv("soil.csv")
y = frame.pop("carbon").to_numpy()
X = frame.to_numpy()
r2 = [run_fold(X, y, a, b) for a, b in KFold(8, shuffle=True, random_state=3).split(X)]
print(np.mean(r2), np.std(r2))
