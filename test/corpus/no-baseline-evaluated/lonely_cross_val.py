import numpy as np
from sklearn.model_selection import cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = np.load("eeg.npy"), np.load("stages.npy")
pipe = make_pipeline(StandardScaler(), MLPClassifier((64, 64), max_iter=500, random_state=1))
scores = cross_val_score(pipe, X, y, cv=5)  # must: no-baseline-evaluated
print(scores.mean(), scores.std())
