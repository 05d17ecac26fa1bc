from typing import NamedTuple

import pandas as pd
from sklearn.model_selection import train_test_split


class Parts(NamedTuple):
    learn: pd.DataFrame
    judge: pd.DataFrame


def make_parts(frame: pd.DataFrame, share: float, seed: int) -> Parts:
    learn, judge = train_test_split(frame, test_size=share, random_state=seed)
    return Parts(learn.reset_index(drop=True), judge.reset_index(drop=True))
