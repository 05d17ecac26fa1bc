import numpy as np
import pandas as pd
from hyperopt import STATUS_OK, Trials, fmin, hp, tpe
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

space = {
    "max_depth": hp.uniformint("max_depth", 2, 12),
    "eta": hp.loguniform("eta", np.log(0.01), np.log(0.4)),
    "reg_lambda": hp.uniform("reg_lambda", 0, 10),
}
energy = pd.read_csv("energy_efficiency.csv")
train_rows, test_rows = train_test_split(energy, test_size=0.2, random_state=40)
x_train, y_train = train_rows.drop(columns="heating"), train_rows["heating"]


def minimise_me(params):
    params = {**params, "max_depth": int(params["max_depth"])}
    reg = XGBRegressor(n_estimators=250, random_state=40, **params)
    reg.fit(x_train, y_train)
    fitted = reg.predict(x_train)
    rmse = np.sqrt(mean_squared_error(y_train, fitted))
    return {"loss": rmse, "status": STATUS_OK}  # must: hpo-on-training-metric


best = fmin(minimise_me, space, algo=tpe.suggest, max_evals=80, trials=Trials(), rstate=np.random.default_rng(40))
final = XGBRegressor(n_estimators=250, random_state=40, **{**best, "max_depth": int(best["max_depth"])})
final.fit(x_train, y_train)
heat = test_rows["heating"]
print("test RMSE", np.sqrt(mean_squared_error(heat, final.predict(test_rows.drop(columns="heating")))))
