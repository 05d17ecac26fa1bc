# %%
import lightgbm as lgb
import numpy as np
import polars as pl
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import QuantileTransformer

# %%
frame = pl.read_csv("../input/train.csv")
cols = [c for c in frame.columns if c.startswith("var_")]
labels = frame["target"].to_numpy()
X = frame.select(cols).to_numpy()
print(X.shape, labels.mean())

# %%
rank_gauss = QuantileTransformer(n_quantiles=500, output_distribution="normal", random_state=0)
X = rank_gauss.fit_transform(X)  # must: fit-before-split

# %%
params = {"objective": "binary", "learning_rate": 0.02, "num_leaves": 15, "seed": 0, "verbosity": -1}
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
oof = np.zeros(len(labels))
for fold, (tr, va) in enumerate(folds.split(X, labels)):
    booster = lgb.train(params, lgb.Dataset(X[tr], labels[tr]), num_boost_round=800)
    oof[va] = booster.predict(X[va])
    print(fold, round(roc_auc_score(labels[va], oof[va]), 5))

# %%
print("oof auc", roc_auc_score(labels, oof))
