"""Everything the rows teach is learned on the training rows, then used on both."""
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


def prepare(train, test, numeric):
    medians = train[numeric].median()
    lo, hi = train[numeric].quantile(0.01), train[numeric].quantile(0.99)
    out = []
    for part in (train, test):
        part = part.copy()
        part[numeric] = part[numeric].fillna(medians).clip(lo, hi, axis=1)
        out.append(part)
    mean, std = out[0][numeric].mean(), out[0][numeric].std()
    for part in out:
        part[numeric] = (part[numeric] - mean) / std
    return out


df = pd.read_csv("flats.csv")
numeric = ["area", "floor", "year"]
print(df[numeric].describe())
print("price", df["price"].mean(), df["price"].std())

train, test = train_test_split(df, test_size=0.25, random_state=3)
train, test = prepare(train, test, numeric)

ridge = Ridge(alpha=2.0).fit(train[numeric], train["price"])
rmse = np.sqrt(mean_squared_error(test["price"], ridge.predict(test[numeric])))
print("rmse", rmse)
print("rmse of the mean", np.sqrt(((test["price"] - train["price"].mean()) ** 2).mean()))
