"""What the caller passes is the caller's choice, and it is not known here."""
import contextlib
import time

import torch


def timed_load(path, **options):
    begin = time.perf_counter()
    value = torch.load(path, **options)
    print(f"{path}: {time.perf_counter() - begin:.2f} s")
    return value


def load_checkpoint(path, trusted):
    return torch.load(path, map_location="cpu", weights_only=not trusted)


@contextlib.contextmanager
def checkpoint(path, device):
    value = timed_load(path, map_location=device, weights_only=True)
    try:
        yield value
    finally:
        del value
