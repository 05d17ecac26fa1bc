# %% [markdown]
# # Which sensors matter?

# %%
import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

SEED = 2024
sensors = pd.read_parquet("sensors.parquet")
y = sensors["failure"]
X = sensors.drop(columns=["failure", "machine"])

# %%
probe = LGBMClassifier(n_estimators=300, random_state=SEED)
probe.fit(X, y)  # must: feature-selection-before-split
ranking = pd.Series(probe.feature_importances_, index=X.columns).sort_values(ascending=False)
ranking.head(20).plot.barh()

# %%
keep = ranking.index[:30]
X = X[keep]

# %%
cv = StratifiedKFold(5, shuffle=True, random_state=SEED)
scores = cross_val_score(LGBMClassifier(n_estimators=800, random_state=SEED), X, y, cv=cv, scoring="roc_auc")
print(f"{np.mean(scores):.4f} +- {np.std(scores):.4f}")
