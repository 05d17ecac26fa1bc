"""The generator comes from outside; the script makes it from its option."""
import argparse

import numpy as np


def make_blobs(n: int, rng: np.random.Generator):
    centres = rng.uniform(-5, 5, size=(3, 2))
    which = rng.integers(0, 3, size=n)
    return centres[which] + rng.normal(size=(n, 2)), which


def nearest_centre(X, y, X_new):
    centres = np.stack([X[y == k].mean(axis=0) for k in range(3)])
    return np.linalg.norm(X_new[:, None] - centres, axis=2).argmin(axis=1)


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--seed", type=int, default=0)
    rng = np.random.default_rng(ap.parse_args().seed)
    X, y = make_blobs(900, rng)
    order = rng.permutation(len(X))
    half = len(X) // 2
    a, b = order[:half], order[half:]
    print("accuracy", np.mean(nearest_centre(X[a], y[a], X[b]) == y[b]), "chance", 1 / 3)
