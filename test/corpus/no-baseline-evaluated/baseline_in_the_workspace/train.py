# main
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import roc_auc_score

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
columns = [c for c in train.columns if c != "buys"]
cat = CatBoostClassifier(iterations=500, random_seed=0, verbose=False)
cat.fit(train[columns], train["buys"])
print("catboost", roc_auc_score(test["buys"], cat.predict_proba(test[columns])[:, 1]))
