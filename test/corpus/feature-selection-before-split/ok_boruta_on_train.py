import numpy as np
import pandas as pd
from boruta import BorutaPy
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def relevant_columns(X, y, seed):
    forest = RandomForestClassifier(n_jobs=-1, max_depth=5, random_state=seed)
    search = BorutaPy(forest, n_estimators="auto", random_state=seed)
    search.fit(np.asarray(X), np.asarray(y))
    return X.columns[search.support_]


soil = pd.read_csv("soil_samples.csv")
train, test = train_test_split(soil, test_size=0.25, random_state=15)
features = [c for c in soil.columns if c != "fertile"]
cols = relevant_columns(train[features], train["fertile"], seed=15)

corr = train[features].corrwith(train["fertile"]).abs()
cols = [c for c in cols if corr[c] > 0.05]
rf = RandomForestClassifier(300, random_state=15).fit(train[cols], train["fertile"])
print(len(cols), accuracy_score(test["fertile"], rf.predict(test[cols])))
