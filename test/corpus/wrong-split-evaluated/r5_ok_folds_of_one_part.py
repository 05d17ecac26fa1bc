import numpy as np
from sklearn.model_selection import KFold


def parts(train_rows, val_rows, folds=5):
    """The rows to learn from, those to score on, and the indices into both."""
    x_val, _ = val_rows
    if x_val is None:
        splits = KFold(n_splits=folds, shuffle=True, random_state=0).split(train_rows[0])
        return train_rows, train_rows, list(splits)
    splits = [(np.arange(len(train_rows[0])), np.arange(len(x_val)))]
    return train_rows, val_rows, splits
