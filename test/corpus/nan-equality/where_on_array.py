import numpy as np


def replace_missing(grid, by):
    """Replace the holes in a gridded field."""
    return np.where(grid == np.nan, by, grid)  # must: nan-equality


def replace_fill_value(grid, fill=-9999.0):
    return np.where(grid == fill, np.nan, grid)


field = replace_fill_value(np.load("sst.npy"))
field = replace_missing(field, np.nanmean(field))
np.save("sst_filled.npy", field)
