# Collect the folds of one experiment.
import pandas as pd

experiment = "exp_031"
parts = []
for fold in range(5):
    part = pd.read_csv(f"/home/ricardo/experiments/{experiment}/fold{fold}.csv")  # must: hardcoded-absolute-path
    part["fold"] = fold
    parts.append(part)
table = pd.concat(parts)
print(table.groupby("fold")["auc"].agg(["mean", "max"]))
table.to_csv(f"{experiment}.csv")
