import lightgbm as lgb
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import KFold, train_test_split

SEED = 90


def rmse(truth, guess):
    return float(np.sqrt(mean_squared_error(truth, guess)))


def fit_lgb(x, y, x_val, y_val):
    model = lgb.LGBMRegressor(n_estimators=4000, learning_rate=0.02, random_state=SEED)
    return model.fit(x, y, eval_set=[(x_val, y_val)], callbacks=[lgb.early_stopping(100, verbose=False)])


def fit_xgb(x, y, x_val, y_val):
    model = xgb.XGBRegressor(n_estimators=4000, learning_rate=0.02, early_stopping_rounds=100, random_state=SEED)
    return model.fit(x, y, eval_set=[(x_val, y_val)], verbose=False)


def main():
    insulation = pd.read_csv("heat_loss.csv")
    target = insulation.pop("watt_per_kelvin")
    rest, test, y_rest, y_test = train_test_split(insulation, target, test_size=0.2, random_state=SEED)

    on_test = np.zeros(len(test))
    fits = (fit_lgb, fit_xgb)
    folds = KFold(5, shuffle=True, random_state=SEED)
    for fit_at, stop_at in folds.split(rest):
        for fit in fits:
            model = fit(rest.iloc[fit_at], y_rest.iloc[fit_at], rest.iloc[stop_at], y_rest.iloc[stop_at])
            on_test += model.predict(test) / (len(fits) * folds.get_n_splits())
    print("test rmse", rmse(y_test, on_test))


if __name__ == "__main__":
    main()
