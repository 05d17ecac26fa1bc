# %%
import numpy as np
import pandas as pd
from sklearn.feature_selection import mutual_info_regression
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsRegressor

d = pd.read_csv("superconductors.csv")
t = d.pop("critical_temp")

# %%
mi = mutual_info_regression(d, t, random_state=0)  # must: feature-selection-before-split
best = np.argsort(mi)[::-1]
mi[best]

# %%
chosen = d.columns[best[:15]]
knn = KNeighborsRegressor(5)
cross_val_score(knn, d[chosen], t, cv=10, scoring="r2").mean()
