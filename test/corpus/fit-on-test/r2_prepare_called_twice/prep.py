import pandas as pd
from sklearn.model_selection import train_test_split


def read(path, target, seed=0):
    frame = pd.read_csv(path)
    train, test = train_test_split(frame, stratify=frame[target], random_state=seed)
    return train.drop(columns=target), test.drop(columns=target), train[target], test[target]
