import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import LeaveOneGroupOut

rides = pd.read_csv("rides.csv")
X = rides[["power", "cadence", "slope"]].to_numpy()
pulse = rides["heart_rate"].to_numpy()
errors = {}
for fit, out in LeaveOneGroupOut().split(X, pulse, groups=rides["rider_id"]):
    model = Ridge().fit(X[fit], pulse[fit])
    errors[rides["rider_id"].iloc[out[0]]] = mean_absolute_error(pulse[out], model.predict(X[out]))
print(pd.Series(errors).describe())
