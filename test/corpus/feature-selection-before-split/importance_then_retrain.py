"""Kaggle script: a first forest ranks the columns, a second model uses the best thirty."""
import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

SEED = 2020

data = pd.read_feather("santander.feather")
y = data["target"].values
X = data.drop(["ID_code", "target"], axis=1)

ranker = ExtraTreesClassifier(n_estimators=200, n_jobs=-1, random_state=SEED)
ranker.fit(X, y)  # must: feature-selection-before-split
order = np.argsort(ranker.feature_importances_)[::-1]
best_columns = X.columns[order[:30]]
X = X[best_columns]

X_tr, X_va, y_tr, y_va = train_test_split(X, y, test_size=0.2, stratify=y, random_state=SEED)
lgbm = LGBMClassifier(n_estimators=800, learning_rate=0.03, random_state=SEED)
lgbm.fit(X_tr, y_tr)
print("AUC", roc_auc_score(y_va, lgbm.predict_proba(X_va)[:, 1]))
