"""Train and store; the report is made by another job."""
import argparse

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

parser = argparse.ArgumentParser()
parser.add_argument("table")
parser.add_argument("--trees", type=int, default=400)
args = parser.parse_args()

table = pd.read_parquet(args.table)
model = RandomForestClassifier(args.trees, random_state=0, n_jobs=-1)
model.fit(table.drop(columns="label"), table["label"])
joblib.dump(model, "forest.joblib")
print("features", model.n_features_in_)
