"""Are train and test drawn alike? A probe is fitted on both with the part as its label; the model is not."""
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.model_selection import cross_val_score, train_test_split

homes = pd.read_csv("homes.csv").select_dtypes("number").fillna(-1)
price = homes.pop("price")
X_train, X_test, y_train, y_test = train_test_split(homes, price, random_state=20)

model = RandomForestRegressor(random_state=20).fit(X_train, y_train)
print("R2", model.score(X_test, y_test))

both = pd.concat([X_train, X_test])
part = np.r_[np.zeros(len(X_train)), np.ones(len(X_test))]
probe = RandomForestClassifier(random_state=20)
print("AUC of the probe", cross_val_score(probe, both, part, scoring="roc_auc", cv=5).mean())
