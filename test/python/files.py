"""Writes what programs read, as the end of the file's name says."""

import os


def write_file(path, value):
    end = os.path.splitext(path)[1]
    if callable(value):
        value(path)
    elif end == ".csv":
        value.to_csv(path, index=False)
    elif end == ".npy":
        import numpy

        numpy.save(path, value)
    elif end == ".joblib":
        import joblib

        joblib.dump(value, path)
    elif end in (".pt", ".pth"):
        import torch

        torch.save(value, path)
    elif end == ".safetensors":
        from safetensors.torch import save_file

        save_file(value, path)
    else:
        raise ValueError(f"nobody knows how to write {type(value).__name__} to {path}")
