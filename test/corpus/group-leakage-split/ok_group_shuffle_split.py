import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, GroupShuffleSplit, cross_val_score

gait = pd.read_csv("gait_windows.csv")
print(gait["subject"].nunique(), "subjects,", len(gait), "windows")
gait["subject_windows"] = gait.groupby("subject")["stride"].transform("count")

y = gait["parkinson"].to_numpy()
subjects = gait["subject"].to_numpy()
X = gait[["stride", "cadence", "swing", "double_support"]].to_numpy()

outer = GroupShuffleSplit(n_splits=1, test_size=0.25, random_state=12)
train, test = next(outer.split(X, y, groups=subjects))
model = LogisticRegression(max_iter=1000)
inner = cross_val_score(model, X[train], y[train], groups=subjects[train], cv=GroupKFold(4), scoring="roc_auc")
print("inner", np.round(inner, 3))
model.fit(X[train], y[train])
print("unseen subjects", roc_auc_score(y[test], model.predict_proba(X[test])[:, 1]))
