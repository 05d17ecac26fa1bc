"""Monthly passengers: months are in the index and the last two years are forecast."""
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_percentage_error as mape

air = pd.read_csv("airline.csv", index_col="Month", parse_dates=True)
air["t"] = range(len(air))
air["month"] = air.index.month
train, test = air.iloc[:-24], air.iloc[-24:]

X = pd.get_dummies(train[["t", "month"]], columns=["month"])
model = LinearRegression().fit(X, train["Passengers"])
X_test = pd.get_dummies(test[["t", "month"]], columns=["month"]).reindex(columns=X.columns, fill_value=0)
print("linear", mape(test["Passengers"], model.predict(X_test)))
print("seasonal naive", mape(test["Passengers"], train["Passengers"].to_numpy()[-12:].tolist() * 2))
