# main
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

from features import scale_features

COLUMNS = ["temp", "humidity", "wind"]

bikes = pd.read_csv("bikes.csv")
bikes = scale_features(bikes, COLUMNS)  # must: fit-before-split
train, test = train_test_split(bikes, test_size=0.2, random_state=21)
rf = RandomForestRegressor(random_state=21).fit(train[COLUMNS], train["count"])
print("r2", r2_score(test["count"], rf.predict(test[COLUMNS])), "mean: 0")
