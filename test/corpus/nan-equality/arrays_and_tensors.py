import numpy as np
import pandas as pd
import torch

weights = pd.read_csv("weights.csv")
no_weight = weights["kg"].values == np.nan  # must: nan-equality
print("without", no_weight.sum())

t = torch.tensor(weights["kg"].values)
bad = (t == torch.nan).any()  # must: nan-equality
print("bad", bool(bad), "inf", bool((t == torch.inf).any()))

while True:
    value = float(input("weight: "))
    if not value == np.nan:  # must: nan-equality
        break
print(value)
