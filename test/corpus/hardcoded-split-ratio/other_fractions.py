"""Many numbers between 0 and 1, one split."""
import numpy as np
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

VAL_FRACTION = 0.15
df = pd.read_csv("clicks.csv")
df = df[df["score"] > 0.35].sample(frac=0.9, random_state=1)
y = (df.pop("rate") > 0.05).astype(int)
train_X, val_X, train_y, val_y = train_test_split(df, y, test_size=VAL_FRACTION, random_state=1)

gb = GradientBoostingClassifier(subsample=0.7, learning_rate=0.05, max_features=0.5, random_state=1)
gb.fit(train_X, train_y)
p = gb.predict_proba(val_X)[:, 1]
for q in (0.25, 0.5, 0.75):
    print(q, np.quantile(p, q))
print(gb.score(val_X, val_y), DummyClassifier().fit(train_X, train_y).score(val_X, val_y))
