# ---- Tabular competition, fold loop with the scaler where it belongs ----
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("../input/stores.csv")
y = np.log1p(frame["sales"].values)
groups = frame["store_id"].values
X = frame.drop(columns=["sales", "store_id"]).values

oof = np.zeros_like(y)
for fold, (tr, va) in enumerate(GroupKFold(n_splits=5).split(X, y, groups)):
    scaler = StandardScaler()
    X_tr = scaler.fit_transform(X[tr])
    X_va = scaler.transform(X[va])
    reg = Ridge(alpha=3.0).fit(X_tr, y[tr])
    oof[va] = reg.predict(X_va)
    base = np.full(len(va), y[tr].mean())
    print(fold, mean_squared_error(y[va], oof[va]), mean_squared_error(y[va], base))

# The model that is shipped learns from everything.
final_scaler = StandardScaler().fit(X)
final = Ridge(alpha=3.0).fit(final_scaler.transform(X), y)
np.savez("final.npz", coef=final.coef_, mean=final_scaler.mean_, scale=final_scaler.scale_)
