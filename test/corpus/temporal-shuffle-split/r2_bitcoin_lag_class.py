from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor
import pandas as pd


class PriceModel:
    LAGS = (1, 2, 3, 7, 14)

    def __init__(self, csv):
        self.prices = pd.read_csv(csv, parse_dates=["timestamp"]).sort_values("timestamp")
        self.model = XGBRegressor(n_estimators=400, max_depth=4, random_state=99)

    def featurise(self):
        out = pd.DataFrame({f"lag_{k}": self.prices["close"].shift(k) for k in self.LAGS})
        out["ma"] = self.prices["close"].shift(1).rolling(10).mean()
        out["close"] = self.prices["close"]
        self.table = out.dropna()

    def fit(self):
        y = self.table["close"]
        X = self.table.drop(columns="close")
        self.X_fit, self.X_hold, self.y_fit, self.y_hold = train_test_split(X, y, random_state=99)  # must: temporal-shuffle-split
        self.model.fit(self.X_fit, self.y_fit)

    def mape(self):
        return mean_absolute_percentage_error(self.y_hold, self.model.predict(self.X_hold))


m = PriceModel("btc_daily.csv")
m.featurise()
m.fit()
print("MAPE", m.mape())
