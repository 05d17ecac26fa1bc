# %%
import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn import metrics
from sklearn.model_selection import train_test_split

# %%
claims = pd.read_csv("claims.csv")
cat = ["region", "vehicle_class"]
claims[cat] = claims[cat].astype("category")
train_df, test_df = train_test_split(claims, test_size=0.3, random_state=31, stratify=claims["fraud"])

# %%
cols = claims.columns.drop(["fraud"])
dtrain = lgb.Dataset(train_df[cols], label=train_df["fraud"])
dtest = lgb.Dataset(test_df[cols], label=test_df["fraud"], reference=dtrain)
params = {"objective": "binary", "metric": "auc", "num_leaves": 31, "learning_rate": 0.02, "seed": 31}

gbm = lgb.train(
    params,
    dtrain,
    num_boost_round=5000,
    valid_sets=[dtest],  # must: early-stopping-on-test
    callbacks=[lgb.early_stopping(stopping_rounds=150), lgb.log_evaluation(200)],
)

# %%
proba = gbm.predict(test_df[cols], num_iteration=gbm.best_iteration)
print("AUC", metrics.roc_auc_score(test_df["fraud"], proba))
print("AP", metrics.average_precision_score(test_df["fraud"], proba))
print("mean", np.mean(proba))
