"""Policy search on a toy problem with one seed for the run."""
import argparse

import numpy as np


def rollout(weights, steps=50):
    state, total = np.random.uniform(-1, 1, 4), 0.0
    for _ in range(steps):
        action = float(weights @ state > 0)
        state = 0.9 * state + 0.1 * (action - 0.5) + np.random.normal(0, 0.01, 4)
        total -= float(np.abs(state).sum())
    return total


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=200)
    args = parser.parse_args()
    np.random.seed(args.seed)

    best = (float("-inf"), None)
    for _ in range(args.rounds):
        weights = np.random.randn(4)
        best = max(best, (rollout(weights), weights.tolist()))
    print(best, "no control", rollout(np.zeros(4)))


if __name__ == "__main__":
    main()
