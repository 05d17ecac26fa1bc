# %%
import numpy as np
import pandas as pd
from hyperopt import STATUS_OK, Trials, fmin, hp, tpe
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.model_selection import train_test_split

d = pd.read_csv("higgs_small.csv")
y = d.pop("signal")
train_X, valid_X, train_y, valid_y = train_test_split(d, y, stratify=y, random_state=13)

# %%
space = {"max_depth": hp.quniform("max_depth", 3, 30, 1), "max_features": hp.uniform("max_features", 0.1, 1.0)}


def run(p):
    et = ExtraTreesClassifier(300, max_depth=int(p["max_depth"]), max_features=p["max_features"], random_state=13)
    et.fit(train_X, train_y)
    score = et.score(train_X, train_y)
    return {"loss": -score, "status": STATUS_OK}  # must: hpo-on-training-metric


# %%
best = fmin(run, space, algo=tpe.suggest, max_evals=40, trials=Trials(), rstate=np.random.default_rng(13))
final = ExtraTreesClassifier(300, max_depth=int(best["max_depth"]), max_features=best["max_features"], random_state=13)
final.fit(train_X, train_y).score(valid_X, valid_y)
