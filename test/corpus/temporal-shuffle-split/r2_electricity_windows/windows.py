import numpy as np


def sliding(series, past, ahead):
    xs, ys = [], []
    for start in range(len(series) - past - ahead + 1):
        xs.append(series[start : start + past])
        ys.append(series[start + past : start + past + ahead])
    return np.array(xs), np.array(ys)
