import numpy as np
import pandas as pd


def mean_height(people: pd.DataFrame) -> float:
    known = people.height[people.height != np.nan]  # must: nan-equality
    return float(known.mean())


class Imputer:
    def __init__(self):
        self.fill = np.nan

    def fit(self, column):
        self.fill = column.median()
        return self

    def transform(self, column):
        if np.NaN != self.fill:  # must: nan-equality
            column = column.fillna(self.fill)
        return column


people = pd.read_csv("people.csv")
print(mean_height(people), Imputer().fit(people["weight"]).transform(people["weight"]).mean())
