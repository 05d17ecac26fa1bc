"""Arrays and data frames. A column is a function from the number of rows to its values."""

import numpy as np
import pandas as pd

rng = np.random.default_rng(7)


def numbers(*shape):
    return rng.normal(size=shape)


def number(count):
    return rng.normal(size=count)


def classes(count, kinds=2):
    """Labels from 0, each about as often as the others."""
    return rng.permutation(np.arange(count) % kinds)


def rare(count, share=0.2):
    return rng.permutation((np.arange(count) < count * share).astype(int))


def one_of(*choices):
    return lambda count: rng.permutation(np.resize(np.array(choices, dtype=object), count))


def whole(low, high):
    return lambda count: rng.integers(low, high, size=count)


def with_gaps(column):
    return lambda count: np.where(np.arange(count) % 20 == 3, np.nan, column(count))


def text(count):
    words = ["warm", "cold", "loud", "kind", "slow", "clean", "dear", "late"]
    return np.array([" ".join(rng.choice(words, 5)) for _ in range(count)], dtype=object)


def hours(count):
    return pd.date_range("2025-01-01", periods=count, freq="h")


def frame(rows=200, **columns):
    return pd.DataFrame({name: column(rows) for name, column in columns.items()})
