import category_encoders as ce
import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from xgboost import XGBClassifier

cat = pd.read_csv("cat-in-the-dat/train.csv", index_col="id")
y = cat.pop("target")
nominal = [c for c in cat.columns if c.startswith("nom_")]
rest = [c for c in cat.columns if c.startswith("bin_") or c.startswith("ord_")]

enc = ce.CatBoostEncoder(cols=nominal, random_state=1)
coded = enc.fit_transform(cat[nominal], y)  # must: target-encoding-before-split
X = coded.join(cat[rest].apply(lambda s: s.astype("category").cat.codes))

oof = np.zeros(len(X))
for tr, va in StratifiedKFold(5, shuffle=True, random_state=1).split(X, y):
    clf = XGBClassifier(n_estimators=300, random_state=1).fit(X.iloc[tr], y.iloc[tr])
    oof[va] = clf.predict_proba(X.iloc[va])[:, 1]
print("OOF AUC", roc_auc_score(y, oof))
