from functools import partial

import tensorflow as tf
import torch
from torch.utils.data import DataLoader

TrainLoader = partial(DataLoader, shuffle=True, drop_last=True, num_workers=4)
EvalLoader = partial(DataLoader, shuffle=False, num_workers=4)


def torch_loaders(splits, batch_size):
    torch.manual_seed(8)
    return TrainLoader(splits.train, batch_size=batch_size), EvalLoader(splits.dev, batch_size=batch_size)


def tf_pipeline(files, parse, batch_size, training):
    data = tf.data.Dataset.from_tensor_slices(files).map(parse, num_parallel_calls=tf.data.AUTOTUNE)
    if training:
        data = data.shuffle(2048, seed=8).repeat()
    return data.batch(batch_size, drop_remainder=training).prefetch(tf.data.AUTOTUNE)
