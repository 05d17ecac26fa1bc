# main
import argparse

import pandas as pd
from sklearn.linear_model import LassoCV
from sklearn.model_selection import train_test_split

from choose import strongest

ap = argparse.ArgumentParser()
ap.add_argument("--limit", type=float, default=0.3)
opt = ap.parse_args()

sites = pd.read_parquet("sites.parquet")
kept = strongest(sites, "age", opt.limit)  # must: feature-selection-before-split
X_fit, X_out, age_fit, age_out = train_test_split(sites[kept], sites["age"], random_state=19)
lasso = LassoCV(cv=5).fit(X_fit, age_fit)
print(len(kept), "sites; R2", lasso.score(X_out, age_out))
