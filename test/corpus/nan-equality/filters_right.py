"""Many ways to ask for missing values that are right."""
import numpy as np
import pandas as pd
from numpy import isnan, nan

frame = pd.read_csv("stations.csv", na_values=["-", "nan"])
frame = frame.replace("", np.nan).replace(-999, nan)
frame = frame[frame["height"].notnull()]
holes = frame["wind"].isna() | (frame["wind"] == np.inf)
frame["gust"] = np.where(isnan(frame["gust"]), frame["wind"], frame["gust"])
frame["name"] = frame["name"].fillna("nan")
unknown = frame["name"] == "nan"
same = frame["wind"].eq(frame["gust"])
selfish = frame[frame["rain"] != frame["rain"]]
frame.loc[unknown, "wind"] = np.nan
print(holes.sum(), unknown.sum(), same.sum(), len(selfish))
np.testing.assert_array_equal(np.array([1.0, np.nan]), np.array([1.0, np.nan]))
