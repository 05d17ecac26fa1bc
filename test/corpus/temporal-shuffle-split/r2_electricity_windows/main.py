# main
import argparse

import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

from windows import sliding

parser = argparse.ArgumentParser()
parser.add_argument("--past", type=int, default=168)
parser.add_argument("--ahead", type=int, default=24)
args = parser.parse_args()

load = pd.read_csv("load.csv", parse_dates=["hour"], index_col="hour")["mw"].to_numpy()
X, Y = sliding(load, args.past, args.ahead)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, random_state=0)  # must: temporal-shuffle-split
model = Ridge(alpha=10.0).fit(X_train, Y_train)
print("MAE", np.abs(model.predict(X_test) - Y_test).mean())
