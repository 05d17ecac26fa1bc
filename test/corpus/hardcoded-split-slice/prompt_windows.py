"""Cut long documents for a language model; head and tail are kept."""
import sys
from pathlib import Path

import torch

MAX_TOKENS = 512


def head_and_tail(ids: torch.Tensor) -> torch.Tensor:
    if ids.shape[0] <= MAX_TOKENS:
        return ids
    head, tail = ids[:128], ids[-384:]
    return torch.cat([head, tail])


def next_token_pairs(ids: torch.Tensor):
    return ids[:-1], ids[1:]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        ids = torch.tensor(list(Path(name).read_bytes()))
        x, y = next_token_pairs(head_and_tail(ids))
        print(name, x.shape, y.shape, x[:10].tolist())
