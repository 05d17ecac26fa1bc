import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedKFold

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y = train.pop("target").to_numpy()
X, X_sub = train.to_numpy(), test[train.columns].to_numpy()

losses, sub = [], np.zeros(len(test))
for tr, va in StratifiedKFold(5, shuffle=True, random_state=0).split(X, y):
    rf = RandomForestClassifier(400, random_state=0).fit(X[tr], y[tr])
    fit_loss = log_loss(y[tr], rf.predict_proba(X[tr]))
    val_loss = log_loss(y[va], rf.predict_proba(X[va]))
    prior = log_loss(y[va], np.full(len(va), y[tr].mean()))
    losses.append((fit_loss, val_loss, prior))
    sub += rf.predict_proba(X_sub)[:, 1] / 5
print(np.mean(losses, axis=0))

rf = RandomForestClassifier(400, random_state=0).fit(X, y)
print("all", rf.score(X, y))
