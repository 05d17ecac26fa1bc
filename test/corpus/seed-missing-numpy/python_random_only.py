"""Only Python's own random is seeded: numpy has a generator of its own."""
import random
from numpy import random as npr
import numpy as np

random.seed(0)


def genetic_step(population, score):
    order = np.argsort([score(p) for p in population])
    parents = population[order[: len(order) // 2]]
    children = parents + npr.normal(0, 0.1, parents.shape)
    return np.concatenate([parents, children])


def main():
    population = npr.uniform(-1, 1, (64, 10))  # must: seed-missing-numpy
    for _ in range(200):
        population = genetic_step(population, lambda p: float((p**2).sum()))
    print((population**2).sum(axis=1).min())


if __name__ == "__main__":
    main()
