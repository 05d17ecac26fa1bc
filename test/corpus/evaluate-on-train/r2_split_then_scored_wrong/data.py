import numpy as np
from sklearn.model_selection import train_test_split


def load(path, seed):
    z = np.load(path)
    return train_test_split(z["x"], z["y"], random_state=seed)
