import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

PRIOR_WEIGHT = 30
RNG_SEED = 77


def add_smoothed_mean(listing, key, label):
    overall = listing[label].mean()
    table = listing.groupby(key)[label].agg(["mean", "count"])  # must: target-encoding-before-split
    weight = table["count"] / (table["count"] + PRIOR_WEIGHT)
    smooth = weight * table["mean"] + (1 - weight) * overall
    listing[key + "_level"] = listing[key].map(smooth)
    return listing


def main():
    listing = pd.read_csv("listings.csv.gz")
    listing["log_price"] = np.log1p(listing["price"])
    listing = add_smoothed_mean(listing, "postcode", "log_price")
    used = ["postcode_level", "beds", "baths", "square_metres", "garden"]

    train, test = train_test_split(listing, test_size=0.15, random_state=RNG_SEED)
    model = lgb.LGBMRegressor(n_estimators=1200, learning_rate=0.03, random_state=RNG_SEED)
    model.fit(train[used], train["log_price"])

    off = np.abs(np.expm1(model.predict(test[used])) - test["price"]) / test["price"]
    print(f"median percentage error {off.median():.3f}")


main()
