# ---- Tabular competition, fold loop ----
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import QuantileTransformer

train = pd.read_csv("../input/train.csv")
target = train["target"].values
features = [c for c in train.columns if c not in ("id", "target")]
X = train[features].values

qt = QuantileTransformer(n_quantiles=500, output_distribution="normal", random_state=0)
X = qt.fit_transform(X)  # must: fit-before-split

oof = np.zeros(len(train))
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=2021)
for fold, (trn_idx, val_idx) in enumerate(folds.split(X, target)):
    clf = lgb.LGBMClassifier(n_estimators=2000, learning_rate=0.02, random_state=fold)
    clf.fit(X[trn_idx], target[trn_idx])
    oof[val_idx] = clf.predict_proba(X[val_idx])[:, 1]
    print(f"fold {fold}: {roc_auc_score(target[val_idx], oof[val_idx]):.5f}")

print("random guess: 0.5")
print("CV AUC", roc_auc_score(target, oof))
