import pandas as pd
from sklearn.model_selection import train_test_split


def parts(path, seed):
    frame = pd.read_parquet(path)
    y = frame.pop("delay")
    return train_test_split(frame, y, random_state=seed)
