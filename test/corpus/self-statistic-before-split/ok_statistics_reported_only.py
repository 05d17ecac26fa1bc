"""The numbers of the whole table go into the report; the model gets the raw columns."""
import json

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

SENTINEL = -1


def summary(frame):
    spread = (frame - frame.mean()) / frame.std()
    return {
        "rows": len(frame),
        "means": frame.mean().to_dict(),
        "outliers": int((spread.abs() > 4).any(axis=1).sum()),
    }


bikes = pd.read_csv("bike_hours.csv")
bikes["windspeed"] = bikes["windspeed"].fillna(SENTINEL)
features = bikes[["temp", "humidity", "windspeed", "hour"]]
rentals = bikes["rentals"]
with open("summary.json", "w") as out:
    json.dump(summary(features), out)

xa, xb, ya, yb = train_test_split(features, rentals, test_size=0.2, random_state=9)
model = make_pipeline(SimpleImputer(strategy="median"), GradientBoostingRegressor(random_state=9))
model.fit(xa, ya)
error = mean_absolute_error(yb, model.predict(xb))
print("mae", error, "of a mean of", rentals.mean())
