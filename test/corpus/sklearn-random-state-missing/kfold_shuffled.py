import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

blob = np.load("gait.npz")
cv = StratifiedKFold(n_splits=5, shuffle=True)  # must: sklearn-random-state-missing
pipe = make_pipeline(StandardScaler(), SVC(kernel="linear"))
print(cross_val_score(pipe, blob["X"], blob["y"], cv=cv).mean())
print(cross_val_score(DummyClassifier(), blob["X"], blob["y"], cv=cv).mean())
