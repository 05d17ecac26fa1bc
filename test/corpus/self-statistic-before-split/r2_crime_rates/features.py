import pandas as pd


def load(path):
    frame = pd.read_csv(path, na_values="?")
    return frame.select_dtypes("number").dropna(axis=1, thresh=int(0.6 * len(frame)))


def winsorise(frame, low, high):
    return frame.clip(lower=low, upper=high, axis=1)
