import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit, cross_val_score, train_test_split

tram = pd.read_csv("tram_riders.csv", parse_dates=["day"]).sort_values("day")
for k in (1, 7):
    tram[f"riders_{k}"] = tram["riders"].shift(k)
tram = tram.dropna()
X, y = tram[["riders_1", "riders_7"]], tram["riders"]

X_past, X_future, y_past, y_future = train_test_split(X, y, shuffle=False)
model = GradientBoostingRegressor(random_state=1)
print(cross_val_score(model, X_past, y_past, cv=TimeSeriesSplit(5)).mean())
print(mean_absolute_error(y_future, model.fit(X_past, y_past).predict(X_future)))
