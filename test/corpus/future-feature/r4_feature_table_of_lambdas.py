"""Hourly store traffic; the features are named in one table."""
import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_absolute_error

FEATURES = {
    "lag_1": lambda s: s.shift(1),
    "lag_24": lambda s: s.shift(24),
    "smooth": lambda s: s.shift(1).rolling(6).mean(),
    "trend": lambda s: s.rolling(13, center=True).mean(),  # must: future-feature
}


def add_features(hours):
    for name, make in FEATURES.items():
        hours[name] = make(hours["visitors"])
    return hours


def main():
    hours = pd.read_csv("visitors.csv", parse_dates=["hour"], index_col="hour").sort_index()
    hours = add_features(hours).dropna()
    border = hours.index.max() - pd.Timedelta(days=28)
    past, recent = hours[hours.index <= border], hours[hours.index > border]
    columns = list(FEATURES)
    model = lgb.LGBMRegressor(n_estimators=400, random_state=0).fit(past[columns], past["visitors"])
    print("MAE", mean_absolute_error(recent["visitors"], model.predict(recent[columns])))


if __name__ == "__main__":
    main()
