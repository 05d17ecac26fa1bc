"""Checks of a cleaning step, run by hand."""
import numpy as np
import pandas as pd


def clean(values):
    return pd.to_numeric(pd.Series(values), errors="coerce")


out = clean(["1", "x", "3"])
assert out[0] == 1
assert np.isnan(out[1])
assert out.tolist()[2] == 3.0
assert out[1] == np.nan, "a text becomes a hole"  # must: nan-equality
