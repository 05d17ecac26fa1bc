import numpy as np
from sklearn.base import clone
from sklearn.dummy import DummyRegressor
from sklearn.model_selection import ShuffleSplit, cross_val_score
from sklearn.neural_network import MLPRegressor

X, y = np.load("X.npy"), np.load("y.npy")
cv = ShuffleSplit(n_splits=5, test_size=0.2, random_state=0)
template = MLPRegressor(hidden_layer_sizes=(50,), max_iter=1000, random_state=0)

for seed in range(5):
    mlp = clone(template).set_params(random_state=seed)
    print(seed, cross_val_score(mlp, X, y, cv=cv).mean())
print("mean", cross_val_score(DummyRegressor(), X, y, cv=cv).mean())
