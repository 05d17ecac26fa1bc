import pandas as pd
from sklearn.model_selection import train_test_split


def load_parts(path, seed=1):
    df = pd.read_csv(path)
    train, test = train_test_split(df, test_size=0.2, random_state=seed)
    return train, test
