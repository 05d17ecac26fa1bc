import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import KFold, train_test_split

rents = pd.read_csv("rents.csv")
train, test = (part.copy() for part in train_test_split(rents, random_state=9))
overall = train["rent"].mean()
train["street_enc"] = np.nan
for rest, part in KFold(5, shuffle=True, random_state=9).split(train):
    means = train.iloc[rest].groupby("street")["rent"].mean()
    train.iloc[part, train.columns.get_loc("street_enc")] = train.iloc[part]["street"].map(means).fillna(overall)
test["street_enc"] = test["street"].map(train.groupby("street")["rent"].mean()).fillna(overall)
cols = ["area", "rooms", "street_enc"]
model = HistGradientBoostingRegressor(random_state=9).fit(train[cols], train["rent"])
print(model.score(test[cols], test["rent"]))
