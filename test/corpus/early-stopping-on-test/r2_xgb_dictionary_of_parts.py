# %%
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn import model_selection as ms

houses = pd.read_csv("train.csv", index_col="Id").select_dtypes("number")
y = np.log1p(houses.pop("SalePrice"))
parts = dict(zip(("X_tr", "X_te", "y_tr", "y_te"), ms.train_test_split(houses, y, random_state=16)))

# %%
reg = xgb.XGBRegressor(n_estimators=3000, learning_rate=0.02, max_depth=4, random_state=16, early_stopping_rounds=80)
reg.fit(parts["X_tr"], parts["y_tr"], eval_set=[(parts["X_te"], parts["y_te"])], verbose=False)  # must: early-stopping-on-test

# %%
residual = reg.predict(parts["X_te"]) - parts["y_te"]
np.sqrt(np.mean(residual**2))
