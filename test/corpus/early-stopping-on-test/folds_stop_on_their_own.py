"""Each fold stops on the rows it leaves out, the hold-out is scored by the mean of the fold models."""
import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import KFold, train_test_split

FEATURES = ["carat", "depth", "table", "x", "y", "z"]


def main():
    diamonds = pd.read_csv("diamonds.csv")
    X, X_holdout, y, y_holdout = train_test_split(
        diamonds[FEATURES], diamonds["price"], test_size=0.1, random_state=77
    )
    holdout_pred = np.zeros(len(X_holdout))
    kf = KFold(n_splits=5, shuffle=True, random_state=77)
    for train_idx, test_idx in kf.split(X):
        X_train, X_test = X.iloc[train_idx], X.iloc[test_idx]
        y_train, y_test = y.iloc[train_idx], y.iloc[test_idx]
        reg = lgb.LGBMRegressor(n_estimators=5000, learning_rate=0.05, random_state=77)
        reg.fit(X_train, y_train, eval_set=[(X_test, y_test)], callbacks=[lgb.early_stopping(100, verbose=False)])
        holdout_pred += reg.predict(X_holdout) / kf.get_n_splits()
    print("hold-out RMSE", mean_squared_error(y_holdout, holdout_pred) ** 0.5)


if __name__ == "__main__":
    main()
