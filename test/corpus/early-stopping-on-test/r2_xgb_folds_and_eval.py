# %%
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import KFold

houses = pd.read_csv("train.csv", index_col="Id").select_dtypes("number")
y = np.log1p(houses.pop("SalePrice"))
X = houses

# %%
params = dict(n_estimators=3000, learning_rate=0.02, max_depth=4, random_state=16, early_stopping_rounds=80)
scores = []
for fold, (tr, te) in enumerate(KFold(5, shuffle=True, random_state=16).split(X)):
    X_tr, X_te = X.iloc[tr], X.iloc[te]
    y_tr, y_te = y.iloc[tr], y.iloc[te]
    reg = xgb.XGBRegressor(**params)
    watch = [(X_te, y_te)]  # must: early-stopping-on-test
    reg.fit(X_tr, y_tr, eval_set=watch, verbose=False)
    scores.append(np.sqrt(np.mean((reg.predict(X_te) - y_te) ** 2)))
    print(fold, reg.best_iteration, scores[-1])

# %%
np.mean(scores)
