import numpy as np
import tensorflow as tf


def read_rows(path):
    blob = np.load(path)
    return blob["rows"].astype("float32"), blob["yield_t"].astype("float32")


def as_datasets(rows, target, holdout, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(rows))
    cut = int(len(rows) * (1 - holdout))
    parts = []
    for index in (order[:cut], order[cut:]):
        parts.append(tf.data.Dataset.from_tensor_slices((rows[index], target[index])).batch(batch_size))
    return parts
