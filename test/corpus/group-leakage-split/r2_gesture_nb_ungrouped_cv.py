# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, cross_val_score

imu = pd.read_csv("gestures.csv")
print(imu["subject_id"].nunique(), "subjects,", len(imu), "windows")

# %%
features = [c for c in imu.columns if c.startswith("f_")]
X, y = imu[features].to_numpy(), imu["gesture"].to_numpy()

# %%
rf = RandomForestClassifier(200, random_state=2)
scores = cross_val_score(rf, X, y, cv=KFold(5, shuffle=True, random_state=2))  # must: group-leakage-split
np.mean(scores)
