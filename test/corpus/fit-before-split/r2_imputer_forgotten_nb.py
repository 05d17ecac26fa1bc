# %% [markdown]
# # Water potability

# %%
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.impute import KNNImputer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("../input/water_potability.csv")
df.head()

# %%
features = [c for c in df.columns if c != "Potability"]
df.isna().mean().sort_values()

# %%
imp = KNNImputer(n_neighbors=7)
df[features] = imp.fit_transform(df[features])  # must: fit-before-split

# %%
train, test = train_test_split(df, stratify=df["Potability"], random_state=3)
train = train.copy()
test = test.copy()

# %% scaling: learned on the training rows
sc = StandardScaler().fit(train[features])
train[features] = sc.transform(train[features])
test[features] = sc.transform(test[features])

# %%
clf = ExtraTreesClassifier(n_estimators=400, random_state=3, n_jobs=-1)
clf.fit(train[features], train["Potability"])
roc_auc_score(test["Potability"], clf.predict_proba(test[features])[:, 1])
