"""The past of the series predicts its next value: same column, other rows."""
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

HORIZON_START = "2019-01-01"
co2 = pd.read_csv("co2.csv", index_col="week", parse_dates=True)["ppm"].to_frame().sort_index()
co2["next"] = co2["ppm"].shift(-1)
co2["lag"] = co2["ppm"].shift(1)
co2 = co2.dropna()

past, later = co2[co2.index < HORIZON_START], co2[co2.index >= HORIZON_START]
X_past, X_later = past[["ppm", "lag"]], later[["ppm", "lag"]]
model = LinearRegression().fit(X_past, past["next"])
print("mae", mean_absolute_error(later["next"], model.predict(X_later)))
print("last value", mean_absolute_error(later["next"], later["ppm"]))
