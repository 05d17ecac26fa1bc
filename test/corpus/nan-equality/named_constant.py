from collections import Counter

import numpy as np
import pandas as pd

MISSING = np.nan
UNKNOWN = "unknown"


def summarise(column: pd.Series) -> Counter:
    counter = Counter()
    for v in column:
        if v == MISSING:  # must: nan-equality
            counter["missing"] += 1
        elif v == UNKNOWN:
            counter["unknown"] += 1
        else:
            counter["known"] += 1
    return counter


if __name__ == "__main__":
    table = pd.read_excel("registry.xlsx")
    for c in table:
        print(c, dict(summarise(table[c])))
