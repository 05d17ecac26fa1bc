import argparse

import numpy as np
import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import TensorDataset, random_split

SHARES = {"small": 0.4, "usual": 0.2, "large": 0.1}


def halves_of(table, size, seed):
    return train_test_split(table, test_size=SHARES[size], random_state=seed)


def validation_of(table, size, seed):
    return train_test_split(table, test_size=SHARES[size], random_state=seed + 1)


def tensors(table):
    return TensorDataset(torch.tensor(table[:, :-1]), torch.tensor(table[:, -1]))


def torch_halves(table, size, seed):
    share = SHARES[size]
    generator = torch.Generator().manual_seed(seed)
    return random_split(tensors(table), [1 - share, share], generator=generator)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("npy")
    parser.add_argument("--size", choices=sorted(SHARES), default="usual")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--quantile", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    table = np.load(args.npy).astype("float32")
    rest, test = halves_of(table, args.size, args.seed)
    train, val = validation_of(rest, args.size, args.seed)
    print(len(train), len(val), len(test), [len(part) for part in torch_halves(table, args.size, args.seed)])
    print("label range", np.quantile(train[:, -1], [args.quantile, 1 - args.quantile]))


if __name__ == "__main__":
    main()
