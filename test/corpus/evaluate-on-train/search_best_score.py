import numpy as np
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Lasso
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score

df = pd.read_csv("fish.csv")
y = df.pop("weight")
cv = KFold(5, shuffle=True, random_state=3)
lasso = GridSearchCV(Lasso(), {"alpha": np.logspace(-3, 1, 9)}, cv=cv).fit(df, y)
rf = RandomForestRegressor(oob_score=True, random_state=3).fit(df, y)
print("lasso", cross_val_score(lasso, df, y, cv=cv).mean())
print("forest out of bag", rf.oob_score_, "on what it has learnt", rf.score(df, y))
print("mean", cross_val_score(DummyRegressor(), df, y, cv=cv).mean())
