import numpy as np
import pandas as pd

SENTINEL = np.nan
raw = pd.read_csv("tide.csv")
raw["level"] = raw["level"].fillna(SENTINEL)

# The files of the second gauge mark their holes otherwise.
SENTINEL = -99.9
second = pd.read_csv("tide2.csv")
holes = second["level"] == SENTINEL
second.loc[holes, "level"] = np.nan
best, patience = np.inf, 3
if best == np.inf:
    print("nothing yet", patience, holes.sum(), raw["level"].isna().sum())
