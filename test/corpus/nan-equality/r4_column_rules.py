import numpy as np
import pandas as pd

UNKNOWN = float("nan")
RULES = {
    "height": lambda s: s.mask(s <= 0),
    "weight": lambda s: s.where(s != UNKNOWN, s.median()),  # must: nan-equality
    "pulse": lambda s: s.fillna(s.median()),
}


def clean(visits):
    for column, rule in RULES.items():
        visits[column] = rule(visits[column])
    return visits


def share_missing(visits):
    return {column: float(np.isnan(visits[column]).mean()) for column in RULES}


if __name__ == "__main__":
    table = clean(pd.read_csv("visits.csv"))
    print(share_missing(table))
