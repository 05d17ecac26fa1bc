import pandas as pd


def with_rate(frame: pd.DataFrame, key: str, outcome: str) -> pd.DataFrame:
    rate = frame.groupby(key)[outcome].transform("mean")
    return frame.assign(**{f"{key}_rate": rate})
