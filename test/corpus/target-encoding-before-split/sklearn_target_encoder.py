import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import TargetEncoder

CATEGORICAL = ["neighbourhood", "room_type", "host_since_year"]
NUMERIC = ["minimum_nights", "number_of_reviews", "availability"]

listings = pd.read_csv("listings.csv.gz")
log_price = np.log1p(listings["price"])

enc = TargetEncoder(target_type="continuous", random_state=21)
encoded = enc.fit_transform(listings[CATEGORICAL], log_price)  # must: target-encoding-before-split
X = np.hstack([encoded, listings[NUMERIC].to_numpy()])

train_X, test_X, train_y, test_y = train_test_split(X, log_price, test_size=0.2, random_state=21)
model = HistGradientBoostingRegressor(random_state=21)
model.fit(train_X, train_y)
print("rmsle", np.sqrt(np.mean((model.predict(test_X) - test_y) ** 2)))
