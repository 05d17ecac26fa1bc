# %%
import numpy as np
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.model_selection import KFold

d = pd.read_csv("energy.csv")
y = d.pop("kwh")

# %%
rmse = []
for k, (tr, te) in enumerate(KFold(5, shuffle=True, random_state=7).split(d)):
    X_tr, y_tr = d.iloc[tr], y.iloc[tr]
    X_te, y_te = d.iloc[te], y.iloc[te]
    reg = LGBMRegressor(n_estimators=500, random_state=7)
    reg.fit(X_te, y_te)  # must: fit-on-test
    rmse.append(np.sqrt(np.mean((reg.predict(X_te) - y_te) ** 2)))

# %%
np.mean(rmse)
